import { own } from "../lib/own.ts";
import type { Change, RecordRow } from "./recordStore.ts";

/** Statuses that blame what was sent. One record alone is then refused; of several each is tried. */
export const UNFIT: readonly number[] = [400, 413, 422];

/**
 * Reads the collector's answer: what to write, or nothing where all is to be sent again. `json` is the
 * body of a success.
 *
 * Only an id that is named `stored`, `duplicate` or `conflict` (kept there beside other bytes of that
 * id) is believed to be stored. A record leaves for quarantine when it is named `rejected`, or when it
 * was alone in a request that answered 400, 413 or 422. Whatever else came back settles nothing: 401,
 * 403, 404 and 429 are fixed sooner or later, and a 200 with a page of HTML stored nothing.
 */
export function readAnswer(rows: readonly RecordRow[], status: number, json: unknown): Change[] {
  const changes: Change[] = [];
  const known = ["stored", "duplicate", "conflict"];
  rows.forEach((row, line) => {
    const { key, id } = row;
    const named = (it: unknown) => own(it, "id") === id;
    // What the collector could not read has no id there; its line tells.
    const result = listOf(json, "results").find(
      (it) => named(it) || (own(it, "id") === null && own(it, "line") === line),
    );
    const word = String(own(result, "status"));
    if (named(result) && known.includes(word)) {
      const receipt = listOf(json, "receipts").find(named);
      changes.push(["receipts", { key, checkpoint: own(json, "checkpoint"), receipt }]);
    } else if (word == "rejected" || (!rows[1] && UNFIT.includes(status))) {
      const code = own(result, "code");
      changes.push(["quarantine", { ...row, code: typeof code == "string" ? code : `${status}` }]);
    } else return;
    changes.push(["outbox", key]);
  });
  return changes;
}

/** A list in an answer, empty where there is none. */
export function listOf(json: unknown, key: string): readonly unknown[] {
  const value = own(json, key);
  return Array.isArray(value) ? value : [];
}
