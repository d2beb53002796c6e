import { existsSync, statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import {
  toAttestation,
  toBody,
  toBytes,
  toCount,
  toNotice,
  toNumber,
  toText,
} from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { openSqlite } from "./openSqlite.ts";
import { sqliteError } from "./sqliteError.ts";
import { statements, type Statements } from "./statements.ts";
import { readHead, readLeaves, writeSqlite } from "./writeSqlite.ts";

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
 * A connection on which anything but a refused row went wrong is closed and opened anew, because after a
 * failed fsync nobody knows what the kernel still holds.
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
      // A file that was moved or deleted would go on taking records that nobody finds again.
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

  return {
    write: async (wanted, plan) => {
      const head = await commit((sql) => writeSqlite(sql, wanted, plan));
      largest = head.frontier.size;
      return head;
    },
    head: () => attempt(readHead),
    leaves: (start, end) => attempt((sql) => readLeaves(sql, start, end)),
    nodes: (level, start, end) =>
      attempt((sql) =>
        level
          ? sql
              .all(
                "SELECT hash FROM node WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx",
                level,
                start,
                end,
              )
              .map((row) => toBytes(row, "hash"))
          : sql
              .all("SELECT leaf_hash FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx", start, end)
              .map((row) => toBytes(row, "leaf_hash")),
      ),
    bodies: ({ subject = null, from = null, to = null, notice = null }, after, limit) =>
      attempt((sql) =>
        sql
          .all(
            `SELECT * FROM body WHERE idx > ?1 AND (?2 IS NULL OR subject = ?2)
              AND (?3 IS NULL OR received >= ?3) AND (?4 IS NULL OR received < ?4)
              AND (?5 IS NULL OR notice = ?5) ORDER BY idx LIMIT ?6`,
            after,
            subject,
            from,
            to,
            notice,
            limit,
          )
          .map(toBody),
      ),
    notices: (after, limit) =>
      attempt((sql) =>
        sql
          .all("SELECT * FROM notice WHERE idx > ? ORDER BY idx LIMIT ?", after, limit)
          .map(toNotice),
      ),
    checkpoints: (after, limit) =>
      attempt((sql) =>
        sql
          .all("SELECT * FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?", after, limit)
          .map((row) => ({ size: toNumber(row, "size"), note: toText(row, "note") })),
      ),
    counts: (since) =>
      attempt((sql) =>
        sql.all("SELECT * FROM tally WHERE day >= ? ORDER BY day", since).map(toCount),
      ),
    erase: (what) =>
      commit((sql) =>
        "subject" in what
          ? sql.run("DELETE FROM body WHERE subject = ?", what.subject)
          : sql.run("DELETE FROM body WHERE received < ?", what.receivedBefore),
      ),
    attest: ({ kind, size, data }) =>
      commit((sql) => {
        sql.run("INSERT OR REPLACE INTO attestation VALUES (?, ?, ?)", kind, size, data);
      }),
    attestation: (kind) =>
      attempt((sql) => {
        const newest = "SELECT * FROM attestation WHERE kind = ? ORDER BY size DESC LIMIT 1";
        const row = sql.get(newest, kind);
        return row ? toAttestation(row) : null;
      }),
    claim: (name, value) =>
      commit((sql) => {
        sql.run("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
        return toText(sql.get("SELECT value FROM meta WHERE key = ?", name) ?? {}, "value");
      }),
    claims: (prefix) =>
      attempt((sql) =>
        sql
          .all(
            "SELECT key, value FROM meta WHERE substr(key, 1, ?) = ? ORDER BY key",
            prefix.length,
            prefix,
          )
          .map((row) => ({ name: toText(row, "key"), value: toText(row, "value") })),
      ),
    ping: () =>
      commit((sql) => {
        sql.run("UPDATE meta SET value = ? WHERE key = 'pulse'", String(Date.now()));
      }),
    close: async () => {
      connection?.db.close();
      connection = null;
    },
  };
}
