import type { DatabaseSync } from "node:sqlite";
/** Opens the log's file, makes it when it is new, and proves that the connection is a safe one. */
export declare function openSqlite(path: string, readOnly: boolean): Promise<DatabaseSync>;
/** `node:sqlite`, or a sentence that says what is missing. */
export declare function loadSqlite(): Promise<typeof import("node:sqlite")>;
