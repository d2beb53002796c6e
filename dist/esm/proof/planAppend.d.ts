import type { SealedRecord } from "../record/consentRecord.ts";
import { type Draft } from "./draftOf.ts";
import { type Change, type RecordRow } from "./shelf.ts";
/** What an append takes from the world. */
export interface SealFacts {
    /** Exactly what was shown, as text. */
    notice: string;
    /** 64 random bytes: ids and salts of the one or two records. */
    random: Uint8Array;
    /** Whether there is a collector to send to. */
    deliver: boolean;
    /** Whether the whole chain was checked on this page before: then its head is enough. */
    checked: boolean;
}
/**
 * Decides what an append writes: the record, the head, the snapshot, the outbox row. Where the last
 * choice ended before this one was made, a record that says so comes first. Pure.
 *
 * A chain that does not fit its head or its own hashes is never extended: that would make an altered
 * past look confirmed. It stays as it is, and the record begins the next chain.
 */
export declare function planAppend(draft: Draft, heads: readonly RecordRow[], records: readonly RecordRow[], { notice, random, deliver, checked }: SealFacts): {
    record: SealedRecord;
    changes: readonly Change[];
};
