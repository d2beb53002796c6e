import type { Store } from "../collector/store/store.ts";
type Mode = "create" | "open" | "read";
/** Whether a store's address is one of a PostgreSQL server; else it is a file. */
export declare function isPostgres(address: string): boolean;
/** Opens the store at an address: a file for SQLite, a `postgres://` URL for PostgreSQL. */
export declare function openStore(address: string, mode: Mode): Promise<Store>;
export {};
