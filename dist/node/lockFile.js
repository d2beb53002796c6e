import { l as loadSqlite, S as StoreError } from './sqliteStore.js';

async function lockFile(path) {
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

export { lockFile as l };
