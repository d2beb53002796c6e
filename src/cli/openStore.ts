import { postgresStore } from "../collector/postgres/postgresStore.ts";
import { sqliteStore } from "../collector/sqlite/sqliteStore.ts";
import type { Store } from "../collector/store/store.ts";
import { CommandError, EXIT } from "./exitCodes.ts";

type Mode = "create" | "open" | "read";

/** Whether a store's address is one of a PostgreSQL server; else it is a file. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** Opens the store at an address: a file for SQLite, a `postgres://` URL for PostgreSQL. */
export async function openStore(address: string, mode: Mode): Promise<Store> {
  try {
    if (!isPostgres(address)) return await sqliteStore({ path: address, mode });
    return await postgresStore({ address, create: mode == "create" });
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const why = error instanceof Error ? error.message : "unknown reason";
    throw new CommandError(EXIT.environment, `The store cannot be opened: ${why}.`);
  }
}
