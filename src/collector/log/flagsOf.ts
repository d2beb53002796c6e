import type { Seen } from "../store/store.ts";
import { placeKey } from "../store/store.ts";
import { hex, type RecordEntry } from "./entry.ts";
import { FLAGS } from "./leaf.ts";

const SKEW = 5 * 60_000; // milliseconds

/** What earlier entries of the same batch add to what the store has seen. */
export interface InBatch {
  readonly hashes: ReadonlyMap<string, unknown>;
  readonly ids: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** What is remarkable about a record: bits of `FLAGS`. None of it is a reason to lose the record. */
export function flagsOf(entry: RecordEntry, seen: Seen, batch: InBatch, now: number): number {
  const known = (hash: Uint8Array) => seen.leaves.has(hex(hash)) || batch.hashes.has(hex(hash));
  const place = placeKey(entry);
  return (
    (entry.previous.length && !known(entry.previous) ? FLAGS.gap : 0) |
    (seen.places.has(place) || batch.places.has(place) ? FLAGS.fork : 0) |
    (entry.at - now > SKEW ? FLAGS.ahead : 0) |
    (now - entry.at > SKEW ? FLAGS.late : 0) |
    (entry.trusted ? 0 : FLAGS.untrusted) |
    (seen.ids.has(entry.id) || batch.ids.has(entry.id) ? FLAGS.conflict : 0) |
    (known(entry.notice) ? 0 : FLAGS.noticeless)
  );
}
