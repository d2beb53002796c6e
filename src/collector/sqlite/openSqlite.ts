import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { EMPTY_ROOT } from "../merkle/hash.ts";
import { syncDirectory } from "../note/keyFile.ts";
import { StoreError } from "../store/storeError.ts";
import {
  FROM_VERSION_1,
  FROM_VERSION_2,
  FROM_VERSION_3,
  SCHEMA,
  SCHEMA_VERSION,
} from "./schema.ts";

/** Older ones can lose committed data in WAL mode with two connections (fixed in 3.51.3, sqlite.org). */
const OLDEST = [3, 51, 3];

/**
 * What a connection must answer. FULL: with NORMAL, which some builds choose in WAL mode, a power cut
 * takes acknowledged records with it. No memory map: a truncated file would kill the process.
 * secure_delete: an erased record is overwritten, not only unlinked. fullfsync: on macOS, fsync
 * leaves data in the drive's cache.
 */
const PRAGMAS: readonly (readonly [name: string, value: string | number])[] = [
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["foreign_keys", 1],
  ["trusted_schema", 0],
  ["cell_size_check", 1],
  ["mmap_size", 0],
  ["secure_delete", 1],
  ["fullfsync", 1],
  ["checkpoint_fullfsync", 1],
  ["busy_timeout", 5000],
];

/** Opens the log's file, makes it when it is new, and proves that the connection is a safe one. */
export async function openSqlite(path: string, readOnly: boolean): Promise<DatabaseSync> {
  const { DatabaseSync } = await loadSqlite();
  const isNew = !existsSync(path);
  const db = new DatabaseSync(path, { readOnly, timeout: 5000 });
  try {
    checkVersion(db);
    for (const [name, value] of PRAGMAS) {
      // A reader cannot change the mode of the file; the writer's proof holds for it.
      if (!(readOnly && name == "journal_mode")) db.exec(`PRAGMA ${name} = ${value}`);
      const answer = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
      if (answer !== value) {
        throw new StoreError(
          "unavailable",
          `SQLite answers ${name} = ${String(answer)}, not ${value}`,
        );
      }
    }
    if (!readOnly) makeTables(db);
    const version = versionOf(db);
    // What only reads needs nothing of what later versions added.
    if (version != SCHEMA_VERSION && !(readOnly && [1, 2, 3].includes(version))) {
      throw new StoreError("unavailable", `the database has tables of version ${version}`);
    }
    if (isNew) syncDirectory(dirname(path));
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** `node:sqlite`, or a sentence that says what is missing. */
export async function loadSqlite(): Promise<typeof import("node:sqlite")> {
  try {
    return await import("node:sqlite");
  } catch (cause) {
    throw new StoreError("unavailable", "the SQLite store needs Node.js 24 or newer", cause);
  }
}

function checkVersion(db: DatabaseSync): void {
  const version = String(db.prepare("SELECT sqlite_version() AS v").get()?.v);
  const parts = version.split(".").map(Number);
  const at = OLDEST.findIndex((part, i) => part != parts[i]);
  if (at >= 0 && !(parts[at]! > OLDEST[at]!)) {
    throw new StoreError(
      "unavailable",
      `SQLite ${version} can lose committed records; ${OLDEST.join(".")} or newer is needed`,
    );
  }
}

function versionOf(db: DatabaseSync): number {
  return Number(Object.values(db.prepare("PRAGMA user_version").get() ?? {})[0]);
}

function makeTables(db: DatabaseSync): void {
  // IMMEDIATE: two processes that start together must not both find an empty file.
  db.exec("BEGIN IMMEDIATE");
  try {
    if (!db.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get()) {
      db.exec(SCHEMA);
      db.prepare("INSERT INTO head VALUES (1, 0, x'', ?, '')").run(EMPTY_ROOT);
      db.exec("INSERT INTO meta VALUES ('pulse', '0')");
    } else if (versionOf(db) == 1) db.exec(FROM_VERSION_1);
    else if (versionOf(db) == 2) db.exec(FROM_VERSION_2);
    else if (versionOf(db) == 3) db.exec(FROM_VERSION_3);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
