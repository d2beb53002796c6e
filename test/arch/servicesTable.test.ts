import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { readText } from "./markdown.ts";

const run = promisify(execFile);

it("docs/services.md is what the catalogue says", async () => {
  const node = join(root, "node_modules/node/bin/node"); // Reads the sources as they are.
  const told = await run(node, ["scripts/services-table.mjs", "--check"], { cwd: root }).then(
    () => "",
    (error: { stderr: string }) => error.stderr,
  );
  expect(told).toBe("");
});

it("docs/services.md shows each service's confidence and every doubt", async () => {
  const text = readText("docs/services.md").replace(/\s+/g, " ");
  const ids = [...text.matchAll(/\| \[([\w-]+)\]\(#[\w-]+\)/g)].map(([, id]) => id!);
  expect(ids.length).toBeGreaterThanOrEqual(75);
  for (const id of ids) {
    const source = await readFile(join(root, `src/catalogue/services/${id}.ts`), "utf8");
    const confidence = /@confidence (\w+)/.exec(source)?.[1];
    expect(text).toMatch(new RegExp(`\\[${id}\\]\\(#${id}\\) \\|[^[]*\\| ${confidence} \\|`));
    const doubts = [...source.matchAll(/^ \* @unverified (.+)$/gm)].map(([, doubt]) => doubt!);
    const told = text.split(`### ${id} `)[1]?.split("### ")[0] ?? "";
    for (const doubt of doubts) expect(told).toContain(`**Not verified**: ${doubt}`);
  }
});
