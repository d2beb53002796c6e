import { own } from "../lib/own.ts";
import type { Change, RecordRow } from "./shelf.ts";

/** Statuses that blame what was sent. One record alone is then refused; of several each is tried. */
export const UNFIT: readonly number[] = [400, 413, 422];

/**
 * Reads the collector's answer: what to write, or nothing where all is to be sent again.
 *
 * Only an id that is named `stored` or `duplicate` is believed to be stored; a record leaves for
 * quarantine when it is named `rejected` or `conflict`, or when it was alone in a request that
 * answered 400, 413 or 422. Whatever else came back settles nothing: 401, 403, 404 and 429 are mended
 * sooner or later, and a 200 with a page of HTML stored nothing. `json` is the body of a success.
 */
export function settle(rows: readonly RecordRow[], status: number, json: unknown): Change[] {
  const changes: Change[] = [];
  const checkpoint = own(json, "checkpoint");
  for (const row of rows) {
    const { key, id } = row;
    const result = listOf(json, "results").find((it) => own(it, "id") === id);
    const word = own(result, "status");
    if (word === "stored" || word === "duplicate") {
      const receipt = own(own(json, "receipts"), id);
      changes.push(["receipts", { key, checkpoint, receipt }], ["outbox", key]);
    } else if (word === "rejected" || word === "conflict" || (!rows[1] && UNFIT.includes(status))) {
      const code = String(own(result, "code") ?? word ?? status);
      changes.push(["quarantine", { ...row, code }], ["outbox", key]);
    }
  }
  return changes;
}

/** A list in an answer, empty where there is none. */
export function listOf(json: unknown, key: string): readonly unknown[] {
  const value = own(json, key);
  return Array.isArray(value) ? value : [];
}
