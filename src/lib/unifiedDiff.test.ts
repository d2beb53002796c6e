import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unifiedDiff } from "./unifiedDiff.ts";

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `<p>${at}</p>\n`);

it.each<[string, string, string]>([
  ["a line in the middle", numbered(20).join(""), numbered(20).with(9, "<p>new</p>\n").join("")],
  ["lines put in and taken away", "a\nb\nc\nd\n", "a\nx\ny\nb\nd\n"],
  ["the first and the last line", "a\nb\nc", "x\nb\ny\n"],
  ["line ends of Windows", "a\r\nb\r\nc\r\n", "a\r\nx\r\nc\r\n"],
  ["the same line twice", "a\na\nb\na\n", "a\nb\na\na\n"],
])("shows %s as git takes it", (_what, before, after) => {
  const folder = mkdtempSync(join(tmpdir(), "consentry-diff-"));
  writeFileSync(join(folder, "page.html"), before);
  execFileSync("git", ["apply", "-"], {
    cwd: folder,
    input: unifiedDiff("page.html", before, after),
  });
  expect(readFileSync(join(folder, "page.html"), "utf8")).toBe(after);
  rmSync(folder, { recursive: true });
});

it("shows three lines around a change of a page with a hundred thousand, and nothing of the rest", () => {
  const lines = numbered(100_000);
  const made = lines.with(5, "<p>x</p>\n").with(6, "<p>y</p>\n").with(99_990, "<p>z</p>\n");
  const diff = unifiedDiff("page.html", lines.join(""), made.join("")).split("\n");
  expect(diff.slice(0, 14)).toEqual([
    "--- a/page.html",
    "+++ b/page.html",
    "@@ -3,8 +3,8 @@",
    ...[2, 3, 4].map((at) => ` <p>${at}</p>`),
    ...[5, 6].map((at) => `-<p>${at}</p>`),
    "+<p>x</p>",
    "+<p>y</p>",
    ...[7, 8, 9].map((at) => ` <p>${at}</p>`),
    "@@ -99988,7 +99988,7 @@",
  ]);
  expect(diff).toHaveLength(23);
});
