import { StoreError, type StoreProblem } from "../store/storeError.ts";

/** Result codes of SQLite (sqlite.org/rescode.html), without their extension bits. */
const PROBLEMS: Readonly<Record<number, StoreProblem>> = {
  11: "broken", // SQLITE_CORRUPT
  26: "broken", // SQLITE_NOTADB
  18: "unstorable", // SQLITE_TOOBIG
  19: "unstorable", // SQLITE_CONSTRAINT
  20: "unstorable", // SQLITE_MISMATCH
};

/** Puts what SQLite threw into the terms of a store. */
export function sqliteError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 255 : 0;
  const message = error instanceof Error ? error.message : "SQLite failed";
  return new StoreError(PROBLEMS[code] ?? "unavailable", message, error);
}
