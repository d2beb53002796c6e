import { type Session } from "./connect.ts";
/** Connections to lend. */
export interface Pool {
    /** Lends a connection for some work; after any failure but a refused row it is thrown away. */
    use<T>(work: (session: Session) => Promise<T>): Promise<T>;
    close(): Promise<void>;
}
/**
 * A pool that gives up on a connection `patience` milliseconds after lending it: a server whose machine
 * is gone says nothing at all, and the driver would wait for it for ever.
 */
export declare function createPool(servers: readonly string[], patience: number): Pool;
