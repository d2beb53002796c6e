import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { exportCsv } from "../collector/export/exportCsv.ts";
import { exportJsonLd } from "../collector/export/exportJsonLd.ts";
import { exportLines } from "../collector/export/exportLines.ts";
import type { BodyFilter } from "../collector/store/store.ts";
import { CommandError, EXIT, type ExitCode } from "./exitCodes.ts";
import { exportHtml, exportText } from "./exportReadable.ts";
import { findSubject } from "./findSubject.ts";
import { openStore } from "./openStore.ts";
import { readOptions, type Options } from "./readOptions.ts";
import { progressBar, type Terminal } from "./terminal.ts";

const HELP = `consentry export [options]

Writes the log, or a part of it, while the collector runs.

  --store ADDRESS     a SQLite file (default consentry.db) or postgres://…
  --format NAME       jsonl (default; what verify reads), jsonld (ISO/IEC TS
                      27560 in the W3C Data Privacy Vocabulary), csv; to
                      read: text or html (each record with its date, its
                      choices, the exact words shown, and the check)
  --subject ID        only this visitor's records: the consent id, or the id of
                      one of them
  --from TIME         only records received since then (ISO 8601)
  --to TIME           only records received before then
  --notice HASH       only records that name this notice
  --out FILE          where to (default: standard output)
`;

const FORMATS = new Map([
  ["jsonl", exportLines],
  ["jsonld", exportJsonLd],
  ["csv", exportCsv],
  ["text", exportText],
  ["html", exportHtml],
]);

/** `consentry export`. */
export async function exportCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const options = readOptions(
    args,
    {
      store: "one",
      format: "one",
      subject: "one",
      from: "one",
      to: "one",
      notice: "one",
      out: "one",
      help: "flag",
    },
    terminal,
  );
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const asked = readFilter(options);
  const format = FORMATS.get(options.one("format") ?? "jsonl");
  if (!format) throw new CommandError(EXIT.usage, "--format is jsonl, jsonld, csv, text or html.");
  const store = await openStore(options.one("store") ?? "consentry.db", "read");
  try {
    const bar = progressBar(terminal);
    const { subject } = asked;
    const filter =
      subject == null ? asked : { ...asked, subject: await findSubject(store, subject) };
    const lines = format(store, filter, bar);
    await write(lines, options.one("out"), terminal);
  } finally {
    await store.close();
  }
  return EXIT.ok;
}

function readFilter(options: Options): BodyFilter {
  const time = (name: string) => {
    const text = options.one(name);
    if (text == null) return {};
    const value = Date.parse(text);
    if (Number.isNaN(value))
      throw new CommandError(EXIT.usage, `--${name} is not an ISO 8601 time.`);
    return { [name]: value };
  };
  const notice = options.one("notice");
  if (notice != null && !/^[0-9a-f]{64}$/.test(notice)) {
    throw new CommandError(EXIT.usage, "--notice is not a SHA-256 in hexadecimal digits.");
  }
  const subject = options.one("subject");
  return {
    ...(subject == null ? {} : { subject }),
    ...time("from"),
    ...time("to"),
    ...(notice == null ? {} : { notice: Buffer.from(notice, "hex") }),
  };
}

async function write(
  lines: AsyncIterable<string>,
  path: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (path == null) {
    for await (const line of lines) terminal.out(`${line}\n`);
    return;
  }
  // Readable by its owner alone: it holds what the database holds.
  const file = createWriteStream(path, { mode: 0o600, flush: true });
  const done = finished(file);
  for await (const line of lines) {
    if (!file.write(`${line}\n`)) await Promise.race([once(file, "drain"), done]);
  }
  file.end();
  await done;
}
