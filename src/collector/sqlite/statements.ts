import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Row } from "../store/rows.ts";

/** Statements of one connection, prepared once each. */
export interface Statements {
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** Gives the number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
}

/** Prepares on first use. Every text in `sql` is written in this house; values are only bound. */
export function statements(db: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  const of = (sql: string) => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    get: (sql, ...values) => of(sql).get(...values),
    all: (sql, ...values) => of(sql).all(...values),
    run: (sql, ...values) => Number(of(sql).run(...values).changes),
  };
}
