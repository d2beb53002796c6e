import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Row } from "../store/rows.ts";
/** Statements of one connection, prepared once each. */
export interface Statements {
    get(sql: string, ...values: SQLInputValue[]): Row | undefined;
    all(sql: string, ...values: SQLInputValue[]): Row[];
    /** Gives the number of rows changed. */
    run(sql: string, ...values: SQLInputValue[]): number;
}
/** Prepares on first use. Every text in `sql` is written in this house; values are only bound. */
export declare function statements(db: DatabaseSync): Statements;
