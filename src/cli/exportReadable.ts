import { exportLines, type Progress } from "../collector/export/exportLines.ts";
import type { BodyFilter, Store } from "../collector/store/store.ts";
import { describeRecord, type Described } from "../record/describeRecord.ts";
import { parseRecord } from "../record/parseRecord.ts";
import { toHex } from "../verify/bytes.ts";
import { explainReport } from "../verify/explainReport.ts";
import { nodePrimitives } from "../verify/nodePrimitives.ts";
import { readExportLine } from "../verify/readExportLine.ts";
import { verifyExport } from "../verify/verifyExport.ts";

/** What is reported of each record beside what it says itself. */
type Told = Described & { place: string };

/** What became of a record whose text is gone. */
const erased = (index: number): Told => ({
  heading: `Entry ${index}: erased`,
  facts: [],
  shown: null,
  place: `entry ${index} of the log`,
});

/** The check first, then every record in words, oldest first: the log is read twice, for little memory. */
async function* told(
  store: Store,
  filter: BodyFilter,
  onProgress?: Progress,
): AsyncGenerator<string | Told> {
  const notices = new Map<string, string>();
  async function* lines() {
    for await (const line of exportLines(store, filter, onProgress)) {
      const read = readExportLine(line);
      if (read?.type == "leaf" && read.leaf.kind == "notice" && read.text != null) {
        notices.set(toHex(read.leaf.hash), read.text);
      }
      yield line;
    }
  }
  const trust = { keys: [], earlier: [], witnesses: [] };
  const report = await verifyExport(lines(), trust, nodePrimitives);
  yield explainReport(report);
  // The check stops at the first thing that is wrong; what was shown is reported all the same.
  if (!report.ok) for await (const _ of lines());
  for await (const line of exportLines(store, filter)) {
    const read = readExportLine(line);
    if (read?.type != "leaf" || read.leaf.kind != "record") continue;
    const record = read.text == null ? null : parseRecord(read.text);
    if (!record || typeof record == "string") yield erased(read.index);
    else {
      const received = new Date(read.leaf.received).toISOString();
      const place = `entry ${read.index} of the log, received ${received}`;
      yield { ...describeRecord(record, notices.get(record.notice) ?? null), place };
    }
  }
}

/** One line that shows as it is written: nothing in a record can steer a terminal. */
const line = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
const NOT_HERE = "The text of what was shown is not in the log.";

/** Records in words: date, choices, the exact wording of the layer, and what the check found. */
export async function* exportText(
  store: Store,
  filter: BodyFilter,
  onProgress?: Progress,
): AsyncGenerator<string> {
  for await (const part of told(store, filter, onProgress)) {
    if (typeof part == "string") {
      yield part;
      continue;
    }
    const { heading, facts, shown, place } = part;
    yield line(heading);
    for (const [label, value] of [...facts, ["Kept as", place] as const]) {
      yield `  ${`${label}:`.padEnd(24)}${line(value)}`;
    }
    yield `  ${shown ? "What was shown:" : facts.length ? NOT_HERE : ""}`.trimEnd();
    for (const text of shown ?? []) yield `  | ${line(text)}`;
    yield "";
  }
}

const escape = (text: string) =>
  line(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same as a page that loads and runs nothing. */
export async function* exportHtml(
  store: Store,
  filter: BodyFilter,
  onProgress?: Progress,
): AsyncGenerator<string> {
  yield `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>Consent records</title>
<style>:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:48rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1.1rem;margin-top:2.5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;border-radius:.4rem;padding:.8rem}</style></head><body><h1>Consent records</h1>`;
  for await (const part of told(store, filter, onProgress)) {
    if (typeof part == "string") {
      yield part
        .trim()
        .split("\n")
        .map((text) => `<p>${escape(text)}</p>`)
        .join("\n");
      continue;
    }
    const { heading, facts, shown, place } = part;
    yield `<h2>${escape(heading)}</h2><dl>`;
    for (const [label, value] of [...facts, ["Kept as", place] as const]) {
      yield `<dt>${escape(label)}</dt><dd>${escape(value)}</dd>`;
    }
    yield "</dl>";
    if (shown) yield `<p>What was shown:</p><pre>${shown.map(escape).join("\n")}</pre>`;
    else if (facts.length) yield `<p>${NOT_HERE}</p>`;
  }
  yield "</body></html>";
}
