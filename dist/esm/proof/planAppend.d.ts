import { type Draft } from "./draftOf.ts";
import type { End } from "./endOf.ts";
import { type Change } from "./shelf.ts";
/** What an append takes from the world. */
export interface SealFacts {
    /** Exactly what was shown, as text. */
    notice: string;
    /** 64 random bytes: ids and salts of the one or two records. */
    random: Uint8Array;
    /** Whether there is a collector to send to. */
    deliver: boolean;
}
/**
 * Decides what an append writes: the record, the head, the snapshot, the outbox row. Where the last
 * choice ended before this one was made, a record that says so comes first. The first change is the
 * first record: see `Shelf.run`. Pure.
 */
export declare function planAppend(draft: Draft, { chain, last }: End, { notice, random, deliver }: SealFacts): {
    end: Required<End>;
    changes: readonly Change[];
};
