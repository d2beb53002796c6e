import type { ProofEnv } from "./proofLog.ts";
import type { Change, Shelf } from "./shelf.ts";
/** Brings records to the collector. */
export interface Sender {
    /** Sends what waits. `fresh` was just written: its outbox rows are known without reading the device. */
    send(fresh: readonly Change[]): void;
    /** Stops: no more requests, no listeners, no timers. */
    close(): void;
}
/**
 * Makes the sender. A row leaves the outbox only when the collector has named its id: as stored, or
 * as refused for good, which moves it to quarantine. Everything else is tried again, also after a
 * reload: how long to wait is kept beside the rows.
 */
export declare function createSender(env: ProofEnv, shelves: readonly Shelf[]): Sender;
