import { parseRecord } from "../../record/parseRecord.ts";
import { hex } from "../log/entry.ts";
import type { BodyFilter, Store } from "../store/store.ts";
import { csvCell } from "./csvCell.ts";
import { bodies, type Progress } from "./exportLines.ts";

const COLUMNS = [
  "index",
  "received",
  "id",
  "subject",
  "sequence",
  "event",
  "method",
  "source",
  "trusted",
  "at",
  "expires",
  "site",
  "page",
  "controller",
  "permitted",
  "refused",
  "services permitted",
  "services refused",
  "notice",
  "language",
  "revision",
  "gpc",
  "library",
  "hash",
] as const;

/** Records as a table for people; for proof take the JSON lines. Every cell is quoted and harmless. */
export async function* exportCsv(
  store: Store,
  filter: BodyFilter,
  onProgress: Progress = () => {},
): AsyncGenerator<string> {
  const { size } = (await store.head()).frontier;
  yield COLUMNS.map(csvCell).join(",");
  for await (const body of bodies(store, size, filter)) {
    const record = parseRecord(body.text);
    if (typeof record == "string") continue; // Cannot be: only parsed records are stored.
    const [leaf] = await store.leaves(body.index, body.index + 1);
    const ids = (choices: Readonly<Record<string, boolean>>, answer: boolean) =>
      Object.keys(choices)
        .filter((id) => choices[id] == answer)
        .join(" ");
    const row: Record<(typeof COLUMNS)[number], string> = {
      index: String(body.index),
      received: new Date(body.received).toISOString(),
      id: record.id,
      subject: record.subject,
      sequence: String(record.sequence),
      event: record.event,
      method: record.method,
      source: record.source,
      trusted: String(record.trusted),
      at: record.at,
      expires: record.expires,
      site: body.site,
      page: record.page,
      controller: record.controller,
      permitted: ids(record.categories, true),
      refused: ids(record.categories, false),
      "services permitted": ids(record.services, true),
      "services refused": ids(record.services, false),
      notice: record.notice,
      language: record.language,
      revision: String(record.revision),
      gpc: String(record.signals.gpc),
      library: record.library.version,
      hash: hex(leaf!.hash),
    };
    onProgress(body.index + 1, size);
    yield COLUMNS.map((column) => csvCell(row[column])).join(",");
  }
}
