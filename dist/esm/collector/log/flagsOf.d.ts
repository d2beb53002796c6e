import type { Seen } from "../store/store.ts";
import { type RecordEntry } from "./entry.ts";
/** What earlier entries of the same batch add to what the store has seen. */
export interface InBatch {
    readonly hashes: ReadonlyMap<string, unknown>;
    readonly ids: ReadonlySet<string>;
    readonly places: ReadonlySet<string>;
}
/** What is remarkable about a record: bits of `FLAGS`. None of it is a reason to lose the record. */
export declare function flagsOf(entry: RecordEntry, seen: Seen, batch: InBatch, now: number): number;
