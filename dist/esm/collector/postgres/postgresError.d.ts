import { StoreError } from "../store/storeError.ts";
/** SQLSTATE of an error of the driver, or an empty text. */
export declare function sqlState(error: unknown): string;
/** Whether the database asks to run the transaction again: serialization failure, deadlock, restart. */
export declare function mustRepeat(error: unknown): boolean;
/** Puts what the driver threw into the terms of a store (PostgreSQL manual, Appendix A). */
export declare function postgresError(error: unknown): StoreError;
