import type { Signer } from "../note/signer.ts";
import { type Plan, type Wanted } from "../store/store.ts";
import { type Entry, type Verdict } from "./entry.ts";
/** Who signs, for which log. */
export interface LogIdentity {
    /** First line of every checkpoint. Never changes during the life of a log. */
    readonly origin: string;
    readonly signers: readonly Signer[];
}
/** A verdict, and for what is new the proof that it is in the tree of the commit's checkpoint. */
export interface Outcome extends Verdict {
    /** From the leaf's sibling up; null for what was there before. */
    proof: readonly Uint8Array[] | null;
}
export interface Sequencing {
    readonly wanted: Wanted;
    readonly plan: Plan;
    /** One a entry, of the plan's last run. */
    readonly outcomes: () => Outcome[];
}
/**
 * Gives entries their places in the log: duplicates are recognised, places are dense, leaves are
 * hashed into the tree and the new head is signed, all from what one transaction has seen. The
 * signature leaves this process only when that transaction is durable.
 */
export declare function sequence(entries: readonly Entry[], log: LogIdentity, now: () => number): Sequencing;
