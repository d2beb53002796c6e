import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { FilePlace, Finding } from "../../src/audit/finding.ts";
import { applyEdits } from "../../src/audit/folder/applyEdits.ts";
import { auditFolder } from "../../src/audit/folder/auditFolder.ts";
import { fixFolder } from "../../src/audit/folder/fixFolder.ts";
import { CLEAN } from "./corpus/clean.ts";
import { DEFECTS } from "./corpus/defects.ts";
import { writeCorpus } from "./corpus/writeCorpus.ts";
import { known } from "./known.ts";

const pages = [...CLEAN, ...DEFECTS];
const root = writeCorpus(pages);
afterAll(() => rmSync(root, { recursive: true }));

const audit = (name: string, below: string = root) =>
  auditFolder(join(below, name), { known: known() });
const counted = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ level }) => level != "note");
const lineOf = ({ rule, what, place }: Finding): string =>
  `${rule} ${what} ${(place as FilePlace).file}:${(place as FilePlace).line}`;

it("finds of the corpus at least 98 of 100 defects, and of 100 findings at least 98 are right", async () => {
  expect(CLEAN).toHaveLength(25);
  let expected = 0;
  let found = 0;
  let right = 0;
  const wrong: string[] = [];
  for (const page of pages) {
    const { findings } = await audit(page.name);
    const left = counted(findings);
    found += left.length;
    for (const [rule, what] of page.expected) {
      expected++;
      const at = left.findIndex((one) => one.rule == rule && one.what.includes(what));
      if (at < 0) wrong.push(`${page.name} lacks ${rule} ${what}`);
      else {
        right++;
        left.splice(at, 1);
      }
    }
    wrong.push(...left.map((one) => `${page.name} has ${lineOf(one)}`));
  }
  expect(expected).toBeGreaterThan(35);
  expect(wrong).toEqual([]);
  expect(right / expected).toBeGreaterThanOrEqual(0.98);
  expect(right / found).toBeGreaterThanOrEqual(0.98);
});

it("points at the element: what stands at each place is what was found", async () => {
  for (const page of DEFECTS) {
    const { findings } = await audit(page.name);
    for (const { place, what, edits } of counted(findings)) {
      const { file, line, column, endLine } = place as FilePlace;
      const lines = page.files[file]!.split("\n");
      const text = lines
        .slice(line - 1, endLine)
        .join("\n")
        .slice(column - 1);
      if (edits) expect(text, `${page.name} ${what}`).toMatch(/^<[a-z]/i);
      expect(lines.length).toBeGreaterThanOrEqual(line);
    }
  }
});

it("marks in place, changes nothing else, and has nothing to change a second time", async () => {
  const copy = writeCorpus([]);
  cpSync(root, copy, { recursive: true });
  for (const page of DEFECTS) {
    const folder = join(copy, page.name);
    const before = await audit(page.name, copy);
    const dry = await fixFolder(folder, before.findings, true);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe(page.files["index.html"]);
    const { diff } = await fixFolder(folder, before.findings, false);
    expect(diff).toBe(dry.diff);
    const after = await audit(page.name, copy);
    const remain = counted(after.findings);
    if (page.fixable) expect(remain.map(lineOf), page.name).toEqual([]);
    expect(remain.filter(({ edits }) => edits)).toEqual([]);
    expect((await fixFolder(folder, after.findings, false)).diff).toBe("");
    // Only within the reported elements: what stands between them is as it was.
    for (const [file, text] of Object.entries(page.files)) {
      const edits = before.findings
        .filter(({ place }) => (place as FilePlace).file == file)
        .flatMap((one) => one.edits ?? []);
      const bytes = Buffer.from(text).toString("latin1");
      expect(readFileSync(join(folder, file), "latin1")).toBe(applyEdits(bytes, edits));
    }
  }
  for (const page of CLEAN) {
    expect(
      (await fixFolder(join(copy, page.name), (await audit(page.name)).findings, false)).diff,
    ).toBe("");
  }
  rmSync(copy, { recursive: true });
});
