import type { Peer } from "./context.ts";
import { type Limits } from "./http/limits.ts";
import type { LogIdentity } from "./log/sequence.ts";
import type { Reporter } from "./report.ts";
import type { Store } from "./store/store.ts";
/** What a collector is made of. */
export interface CollectorOptions {
    store: Store;
    log: LogIdentity;
    /** Origins whose pages may send records: `["https://www.example.org"]`. */
    origins: readonly string[];
    /** Opens `/owner` and `/metrics`. Absent: they stay shut. */
    ownerToken?: string | undefined;
    limits?: Partial<Limits>;
    report?: Reporter;
    /** Milliseconds since 1970. */
    now?: () => number;
    /** 0 to 1: spreads out what is told to come back later. */
    random?: () => number;
}
/** Answers a request; never rejects. `peer` is what the server knows beside the headers. */
export type Collector = (request: Request, peer?: Peer) => Promise<Response>;
/** Makes the collector: a web-standard handler that any server can call. It starts nothing by itself. */
export declare function createCollector(options: CollectorOptions): Collector;
