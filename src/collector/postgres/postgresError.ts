import { StoreError, type StoreProblem } from "../store/storeError.ts";

/** SQLSTATE of an error of the driver, or an empty text. */
export function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code == "string"
    ? error.code
    : "";
}

/** Whether the database asks to run the transaction again: serialization failure, deadlock, restart. */
export function mustRepeat(error: unknown): boolean {
  return ["40001", "40P01", "CR000"].includes(sqlState(error));
}

/** Puts what the driver threw into the terms of a store (PostgreSQL manual, Appendix A). */
export function postgresError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const state = sqlState(error);
  let problem: StoreProblem = "unavailable";
  if (/^2[23]/.test(state)) problem = "unstorable"; // Data exception, integrity violation.
  if (/^XX00[12]/.test(state)) problem = "broken"; // Corrupted data or index.
  // The driver's own message may name the server; the state is enough for a log line.
  return new StoreError(problem, `PostgreSQL answered ${state || "nothing"}`, error);
}
