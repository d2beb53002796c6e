import type { Head, Store } from "../store/store.ts";
import type { Entry } from "./entry.ts";
import { type LogIdentity, type Outcome } from "./sequence.ts";
/** What one commit gave to one submission. `outcomes[i]` is null where the database refused entry i. */
export interface Committed {
    outcomes: (Outcome | null)[];
    head: Head;
}
export interface GroupCommit {
    /**
     * Logs entries together with whatever else is waiting. Resolves when they are durable; rejects with
     * `StoreError` when that is not known.
     */
    submit(entries: readonly Entry[]): Promise<Committed>;
    /** Entries that wait now. */
    waiting(): number;
}
export interface GroupCommitOptions {
    store: Store;
    log: LogIdentity;
    now: () => number;
    /** Most entries in one transaction. */
    batch: number;
    /** Most entries that may wait; more are turned away at once. */
    queue: number;
    /** Told after each commit: entries, and milliseconds it took. */
    onCommit?: (entries: number, ms: number) => void;
}
/**
 * One transaction at a time, holding everything that arrived meanwhile: the price of a durable commit
 * is paid once for all of them.
 */
export declare function createGroupCommit(options: GroupCommitOptions): GroupCommit;
