import { StoreError } from "../store/storeError.ts";
/** Puts what SQLite threw into the terms of a store. */
export declare function sqliteError(error: unknown): StoreError;
