import type { Client } from "pg";
import { type Row } from "../store/rows.ts";
import { type Head, type LeafRow, type Plan, type Wanted } from "../store/store.ts";
/** Rows of a query. Every text in `sql` is written in this house; values are only bound. */
export declare function rows(client: Client, sql: string, values?: unknown[]): Promise<Row[]>;
export declare function readHead(client: Client, lock?: string): Promise<Head>;
export declare function readLeaves(client: Client, start: number, end: number): Promise<LeafRow[]>;
/** Looks up, plans and adds, inside a transaction that the caller has begun. */
export declare function writePostgres(client: Client, wanted: Wanted, plan: Plan): Promise<Head>;
