import { join } from "node:path";
import { createNumbering } from "../createNumbering.ts";
import type { Finding, Unread } from "../finding.ts";
import type { Knowledge, Sighting } from "../markup/judge.ts";
import { sightCode } from "../markup/judgeCode.ts";
import { judgeStyle } from "../markup/judgeStyle.ts";
import { languageOf, unreadableLanguage, type Language } from "../markup/language.ts";
import { readPage } from "../markup/readPage.ts";
import { createReachable, resolve, type Reachable } from "./reachable.ts";
import { decode, places } from "./places.ts";
import { readBytes } from "./readBytes.ts";
import { walk } from "./walk.ts";

/** What was found in a folder. */
export interface FolderReport {
  findings: Finding[];
  unread: Unread[];
  /** Files that were read. */
  files: number;
  pages: number;
  /** Whether a page loads Consentry. */
  hasLibrary: boolean;
  /** Recognised services, with the text that holds their ids. */
  services: Map<string, string>;
}

export interface FolderOptions {
  known: Knowledge;
  /** Is called after each file. */
  onFile?: (files: number) => void;
}

const LARGEST_SCRIPT = 3_000_000; // bytes; a larger one is a program, not a tag

/**
 * Reads every page, template, style sheet and script below a folder. One file after the other is held, and
 * of it only what was found.
 */
export async function auditFolder(folder: string, options: FolderOptions): Promise<FolderReport> {
  const report: FolderReport = {
    findings: [],
    unread: [],
    files: 0,
    pages: 0,
    hasLibrary: false,
    services: new Map(),
  };
  const job: Job = {
    folder,
    report,
    known: options.known,
    reachable: createReachable(),
    number: createNumbering(),
    onFile: () => options.onFile?.(++report.files),
  };
  if (!options.onFile) job.onFile = () => void report.files++;
  const later: { file: string; language: Language }[] = [];
  const skipped = new Map<string, number>();
  for await (const file of walk(folder)) {
    const language = languageOf(file);
    const unreadable = language ? undefined : unreadableLanguage(file);
    if (unreadable) skipped.set(unreadable, (skipped.get(unreadable) ?? 0) + 1);
    if (!language) continue;
    // Whether a script or a style sheet waits for consent stands in the pages.
    if (language.reads == "script" || language.reads == "style") later.push({ file, language });
    else readOne(file, language, job);
  }
  for (const { file, language } of later) {
    if (language.reads == "style" && !job.reachable.isHeld(file)) styleOne(file, job);
  }
  readScripts(
    later.filter(({ language }) => language.reads == "script"),
    job,
  );
  for (const [name, count] of skipped) {
    report.unread.push({ file: "", line: 0, why: `${count} files in ${name} are not read.` });
  }
  return report;
}

interface Job {
  folder: string;
  report: FolderReport;
  known: Knowledge;
  reachable: Reachable;
  number: ReturnType<typeof createNumbering>;
  onFile: () => void;
}

function open(file: string, { folder, report, onFile }: Job): string | null {
  try {
    const read = readBytes(join(folder, file));
    onFile();
    if ("text" in read) return read.text;
    report.unread.push({ file, line: 0, why: read.why });
  } catch {
    report.unread.push({ file, line: 0, why: "It cannot be opened." });
  }
  return null;
}

function readOne(file: string, language: Language, job: Job): void {
  const text = open(file, job);
  if (text == null) return;
  const { report } = job;
  const page = readPage(text, language, job.known);
  report.pages++;
  report.hasLibrary ||= page.hasLibrary;
  for (const [id, source] of page.services) {
    if (!report.services.has(id)) report.services.set(id, source);
  }
  job.reachable.add(file, page.references);
  if (!page.sightings.length && !page.unread.length) return;
  const at = places(file, text);
  for (const sighting of page.sightings) add(sighting, at, job);
  for (const { offset, why } of page.unread.sort((a, b) => a.offset - b.offset)) {
    report.unread.push({ file, line: at(offset, offset).line, why });
  }
}

function add(sighting: Sighting, at: ReturnType<typeof places>, { report, number }: Job): void {
  const { start, end, what, ...rest } = sighting;
  report.findings.push(number({ ...rest, what: decode(what), place: at(start, end) }));
}

function styleOne(file: string, job: Job): void {
  const text = open(file, job);
  if (!text?.includes("//")) return;
  const found = judgeStyle(text, 0, 0, job.known);
  if (!found.length) return;
  const at = places(file, text);
  for (const sighting of found) add(sighting, at, job);
}

const IMPORTED = /\b(?:import|from)\s*\(?\s*["'`](\.{0,2}\/[^"'`]+)["'`]/g;

/** Scripts that run without consent, and what they import; the others may do what they want. */
function readScripts(scripts: readonly { file: string }[], job: Job): void {
  const there = new Set(scripts.map(({ file }) => file));
  const queue = [...there].filter((file) => job.reachable.isOpen(file));
  const seen = new Set(queue);
  for (let file = queue.shift(); file; file = queue.shift()) {
    const text = open(file, job);
    if (text == null) continue;
    if (text.length > LARGEST_SCRIPT) {
      job.report.unread.push({ file, line: 0, why: "It is a large program; look at it live." });
      continue;
    }
    for (const [, address] of text.matchAll(IMPORTED)) {
      const next = resolve(file, address!);
      if (there.has(next) && !seen.has(next)) queue.push(next);
      seen.add(next);
    }
    const at = places(file, text);
    for (const { verdict, what, how, at: offset } of sightCode(text, job.known)) {
      const { service, name, mark, remark } = verdict;
      if (service) job.report.services.set(service.id, text.slice(offset, offset + 2000));
      const sighting: Sighting = {
        rule: service ? "service-unmarked" : "third-party-unmarked",
        level: how == "call" && !service ? "note" : verdict.level,
        start: offset,
        end: offset,
        service: service?.id ?? "",
        what,
        message:
          `This script ${how == "call" ? "calls" : "starts"} ${name}, and the page that loads it asks nobody before. ${remark}`.trim(),
        fix: `Mark the script element that loads it: type="text/plain" data-consent="${mark}" data-src.`,
      };
      add(sighting, at, job);
    }
  }
  const left = there.size - seen.size;
  if (left > 0 && job.report.pages) {
    const why = `${left} scripts that no page names are not read; what they do shows only live.`;
    job.report.unread.push({ file: "", line: 0, why });
  }
}
