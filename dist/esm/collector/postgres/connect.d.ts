import type { Client } from "pg";
/** A connection and what to know of it. */
export interface Session {
    client: Client;
    /** Warnings that came, for whoever cares to empty the list beforehand. */
    warnings: string[];
    /** True once the server or the network ended it. */
    ended: boolean;
}
/**
 * The servers of an address. Several may be named (`postgres://user@one:5432,two:5432/db`): the first
 * that takes writes is used, so that a promoted standby is found without help.
 */
export declare function serversOf(address: string): string[];
/** Connects to the first server that takes writes and keeps them. Rejects with `StoreError`. */
export declare function connect(servers: readonly string[]): Promise<Session>;
