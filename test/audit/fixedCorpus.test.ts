// What `--fix` has marked is looked at by a browser: the page then passes.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { FilePlace, Finding } from "../../src/audit/finding.ts";
import { auditFolder } from "../../src/audit/folder/auditFolder.ts";
import { fixFolder } from "../../src/audit/folder/fixFolder.ts";
import type { CorpusPage } from "./corpus/corpusPage.ts";
import { DEFECTS } from "./corpus/defects.ts";
import { writeCorpus } from "./corpus/writeCorpus.ts";
import { known } from "./known.ts";
import { inPairs, openLive } from "./live.ts";

/** `npm test` looks at a picture and a frame; `npm run audit:corpus` at all. */
const ALL = process.env["CONSENTRY_AUDIT"] == "all";
const SAMPLE = ["bad-youtube", "bad-unknown-picture"];
const only = process.env["CONSENTRY_AUDIT_ONLY"]?.split(",");
const pages = DEFECTS.filter(
  ({ name, fixable }) => fixable && (only ? only.includes(name) : ALL || SAMPLE.includes(name)),
);
const root = writeCorpus(pages);
afterAll(() => rmSync(root, { recursive: true }));
const live = openLive();

/** Marks a page in place; gives it back as it stands then. */
async function fixed(page: CorpusPage): Promise<{ page: CorpusPage; findings: Finding[] }> {
  const folder = join(root, page.name);
  const { findings } = await auditFolder(folder, { known: known() });
  await fixFolder(folder, findings, false);
  const files = Object.fromEntries(
    Object.keys(page.files).map((file) => [file, readFileSync(join(folder, file), "utf8")]),
  );
  return { page: { ...page, files }, findings };
}

/** Lines that differ and in which nothing was reported. */
function strayLines(before: string, after: string, places: readonly FilePlace[]): number[] {
  const [old, made] = [before.split("\n"), after.split("\n")];
  expect(made.length).toBe(old.length);
  return old.flatMap((line, at) => {
    const isReported = places.some((place) => place.line <= at + 1 && at + 1 <= place.endLine);
    return line == made[at] || isReported ? [] : [at + 1];
  });
}

it(
  "marks pages so that they pass a live audit, and touches only lines that it reported",
  async () => {
    const wrong: string[] = [];
    await inPairs(pages, async (page) => {
      const { page: made, findings } = await fixed(page);
      for (const [file, text] of Object.entries(page.files)) {
        const places = findings.map(({ place }) => place as FilePlace);
        const here = places.filter((place) => place.file == file);
        const stray = strayLines(text, made.files[file]!, here);
        if (stray.length) wrong.push(`${page.name} ${file} changed in lines ${stray.join(", ")}`);
      }
      const began = Date.now();
      const audit = await live.audit(made);
      const left = audit.findings.filter(({ level }) => level != "note");
      const lines = left.map(
        ({ rule, what, place }) => `${rule} ${what} ${"state" in place ? place.state : ""}`,
      );
      if (ALL || only)
        process.stderr.write(`${page.name} ${Date.now() - began} ms ${lines.join(" | ")}\n`);
      if (!audit.finished) wrong.push(`${page.name} was not finished`);
      if (lines.length) wrong.push(`${page.name} has ${lines.join(" | ")}`);
    });
    expect(pages.length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  },
  ALL ? 3_600_000 : 300_000,
);
