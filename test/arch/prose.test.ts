import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commentsOf, lint, sentencesOf } from "../../scripts/prose.mjs";
import { TERMS } from "../../scripts/prose/terms.mjs";
import { root } from "../pages/files.ts";

describe("the linter of prose", () => {
  it("reports a dropped word in a text, with what to write, and leaves code alone", async () => {
    const text = "# A title\n\nNobody is told. `nobody` and\n\n```js\nnobody();\n```\n";
    const found = await lint(text, ".md");
    expect(found).toHaveLength(2);
    expect(found[0]).toContain("3:1 ");
    expect(found[0]).toContain("No one");
  });

  it("reports it in the sentences of a source, at its place, and not in its code", async () => {
    const source =
      'const nobody = 1; // nobody\nsay("Ask nobody here");\nsay(`and\nwhoever asks`);\n';
    const found = await lint(sentencesOf(source), ".txt");
    expect(found.map((one) => one.split(" ")[0])).toEqual(["2:10", "4:1"]);
  });

  it("reports it in comments, but not in their code and examples", async () => {
    const source =
      "/**\n * Tells nobody, `nobody`.\n * @example\n * nobody();\n */\nf(nobody); // somebody\n";
    const found = await lint(commentsOf(source), ".txt");
    expect(found.map((one) => one.split(" ")[0])).toEqual(["2:10", "6:15"]);
  });

  it("knows the words of the style page's first column", async () => {
    const page = readFileSync(join(root, "docs/contributing/style.md"), "utf8");
    const before = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, words]) => words);
    expect(before).toHaveLength(20);
    expect((await lint(before.join("\n\n"), ".md")).length).toBeGreaterThan(8);
    expect(TERMS.length).toBeGreaterThan(10);
  });
});
