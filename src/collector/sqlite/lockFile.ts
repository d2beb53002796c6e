import { StoreError } from "../store/storeError.ts";
import { loadSqlite } from "./openSqlite.ts";

/**
 * Holds the right to write to a log for as long as this process lives. The lock is an exclusive
 * transaction on a second, empty database: the system drops it with the process, so that nothing
 * stale has to be distinguished from something held. Returns the release.
 */
export async function lockFile(path: string): Promise<() => void> {
  const { DatabaseSync } = await loadSqlite();
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    db.close();
    throw new StoreError("unavailable", "another process writes to this log", cause);
  }
  return () => db.close();
}
