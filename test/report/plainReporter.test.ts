import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root } from "../pages/files.ts";

// Vitest itself runs one test that holds and one that does not, in a folder of their own.

let folder: string;
let lines: string[];

beforeAll(() => {
  mkdirSync(join(root, ".tmp"), { recursive: true });
  folder = mkdtempSync(join(root, ".tmp/report-"));
  writeFileSync(
    join(folder, "sums.test.ts"),
    `import { describe, expect, it } from "vitest";
describe.each(["firefox"])("sums (%s)", () => {
  it("are right", () => expect(1 + 1).toBe(2));
  it("are wrong (now and then)", ({ task }) => {
    task.meta.pages = ["https://www.shop.test/sums"];
    expect(1 + 1).toBe(3);
  });
});`,
  );
  writeFileSync(
    join(folder, "vitest.config.ts"),
    `import { plainReporter } from "../../test/report/plainReporter.ts";
export default { test: { name: "e2e", reporters: [plainReporter()] } };`,
  );
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { stdout } = spawnSync(process.execPath, [vitest, "run"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", CONSENTRY_ENGINES: "firefox" },
  });
  lines = stdout.split("\n").map((line) => line.trim());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("says which files ended, and ends with one plain line", () => {
  expect(
    lines.filter((line) => /^[✓✗] 1\/1 {2}e2e {2}sums\.test\.ts {2}2 tests, 1 failed/.test(line)),
  ).toHaveLength(1);
  expect(lines.filter(Boolean).at(-1)).toBe("1 passed, 1 failed");
});

it("names a failure's promise, what was wanted, its page, its line, and how to run it alone", () => {
  expect(lines).toContain("Failure 1 of 1: sums (firefox) > are wrong (now and then)");
  expect(lines).toContain("in firefox, sums.test.ts");
  expect(lines).toContain("page: https://www.shop.test/sums");
  expect(lines.some((line) => line.startsWith("expected 2 to be 3"))).toBe(true);
  expect(lines).toContain("at sums.test.ts:6:19");
  expect(lines).toContain(
    'alone: CONSENTRY_ENGINES=firefox npx vitest run --project e2e sums.test.ts -t "sums .firefox. are wrong .now and then."',
  );
});

it("says what was tested in which browser, and which was absent", () => {
  expect(lines).toContain("firefox   2 tests in 1 files");
  expect(lines).toContain("No page was opened in chromium: not in CONSENTRY_ENGINES.");
});
