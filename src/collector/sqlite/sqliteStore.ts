import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { queries } from "../store/queries.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { openSqlite } from "./openSqlite.ts";
import { sqliteError } from "./sqliteError.ts";
import { statements, type Statements } from "./statements.ts";
import { putCounts, readHead, writeSqlite } from "./writeSqlite.ts";

/** How to open a log in one file. */
export interface SqliteOptions {
  /** The file; its `-wal` and `-shm` live beside it. */
  path: string;
  /**
   * `create`: makes the file when there is none (default). `open`: there must be one. `read`: only
   * reads, beside the process that writes.
   */
  mode?: "create" | "open" | "read";
}

const gone = () =>
  new StoreError("unavailable", "the database file is not there, or another has its name");

interface Connection {
  db: DatabaseSync;
  sql: Statements;
  /** The file that is open, to notice when another takes its name. */
  file: number;
}

/**
 * The log in one SQLite file. Needs Node.js 24 (SQLite 3.51.3 or newer) and refuses to start on less.
 * A connection on which anything but a refused row went wrong is closed and opened again, because after a
 * failed fsync no one knows what the kernel still holds.
 *
 * @throws {StoreError} where the file cannot be opened or is of another version
 *
 * @example
 * import { sqliteStore } from "consentry/collector";
 *
 * const store = await sqliteStore({ path: "consent.db" });
 * await store.close();
 */
export async function sqliteStore({ path, mode = "create" }: SqliteOptions): Promise<Store> {
  const open = async (create: boolean): Promise<Connection> => {
    if (!create && !existsSync(path)) throw gone();
    const db = await openSqlite(path, mode == "read");
    return { db, sql: statements(db), file: statSync(path).ino };
  };
  let connection: Connection | null = await open(mode == "create");
  let opening: Promise<Connection> | null = null;
  // The log only grows: a smaller one under the same name is another file, or an old copy.
  let largest = readHead(connection.sql).frontier.size;

  const connect = async (): Promise<Connection> => {
    if (connection) return connection;
    try {
      connection = await (opening ??= open(false));
    } finally {
      opening = null;
    }
    if (readHead(connection.sql).frontier.size < largest) throw gone();
    return connection;
  };
  const drop = () => {
    try {
      connection?.db.close();
    } catch {
      // Closing what is already broken may fail; the next attempt opens a fresh one.
    }
    connection = null;
  };
  const attempt = async <T>(work: (sql: Statements, db: DatabaseSync) => T): Promise<T> => {
    try {
      const { db, sql, file } = await connect();
      // A file that was moved or deleted would go on taking records that no one finds again.
      if (statSync(path).ino != file) throw gone();
      return work(sql, db);
    } catch (error) {
      const problem = sqliteError(error);
      if (problem.problem != "unstorable") drop();
      throw problem;
    }
  };
  const commit = <T>(work: (sql: Statements) => T): Promise<T> =>
    attempt((sql, db) => {
      db.exec("BEGIN IMMEDIATE");
      try {
        const result = work(sql);
        db.exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk rolls back by itself.
        if (db.isTransaction) db.exec("ROLLBACK");
        throw error;
      }
    });

  const shared = queries({
    all: (text, values = []) => attempt((sql) => sql.all(dialect(text), ...values)),
    run: (text, values = []) => commit((sql) => sql.run(dialect(text), ...values)),
  });
  return {
    ...shared,
    write: async (wanted, plan) => {
      const head = await commit((sql) => writeSqlite(sql, wanted, plan));
      largest = head.frontier.size;
      return head;
    },
    putCounts: (counts) => commit((sql) => putCounts(sql, counts)),
    async erase(what) {
      const count = await shared.erase(what);
      return { count, held: count > 0 && !(await scrub(attempt)) };
    },
    room: () =>
      attempt((sql) => {
        const pragma = (name: string) =>
          Number(Object.values(sql.get(`PRAGMA ${name}`) ?? {})[0] ?? 0);
        const { bavail, bsize } = statfsSync(dirname(resolve(path)));
        const pages = pragma("page_count") - pragma("freelist_count");
        return { used: pages * pragma("page_size"), free: bavail * bsize };
      }),
    close: async () => {
      connection?.db.close();
      connection = null;
    },
  };
}

const SCRUBS = 50;
const SCRUB_PAUSE_MS = 100;

/**
 * Empties the write-ahead log, in which pages are as they were before an erasure. Anyone who still reads an
 * older state needs it: then it is tried again for five seconds. False where it could not be done.
 */
async function scrub(
  attempt: <T>(work: (sql: Statements, db: DatabaseSync) => T) => Promise<T>,
): Promise<boolean> {
  for (let i = 0; i < SCRUBS; i++) {
    const busy = await attempt((_, db) => {
      // Others shall be answered meanwhile: the waiting is done here, not in the database.
      db.exec("PRAGMA busy_timeout = 0");
      try {
        return db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.busy;
      } finally {
        db.exec("PRAGMA busy_timeout = 5000");
      }
    });
    if (busy === 0) return true;
    await new Promise((done) => setTimeout(done, SCRUB_PAUSE_MS));
  }
  return false;
}

/** The statement as SQLite has it: tables without a prefix, numbered values. */
const dialect = (text: string) => text.replace(/\{(\w+)\}/g, "$1").replace(/\$(\d+)/g, "?$1");
