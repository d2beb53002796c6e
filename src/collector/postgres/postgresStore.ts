import type { Client } from "pg";
import { EMPTY_ROOT } from "../merkle/hash.ts";
import { queries } from "../store/queries.ts";
import { toNumber, toText } from "../store/rows.ts";
import { TABLES_CLAIM, type Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { ignoreUnknown, serversOf, type Session } from "./connect.ts";
import { createPool, type Pool } from "./pool.ts";
import { mustRepeat, sqlState } from "./postgresError.ts";
import { FROM_VERSION_1, FROM_VERSION_2, SCHEMA, TABLES } from "./schema.ts";
import { dialect, putCounts, readHead, rows, writePostgres } from "./writePostgres.ts";

/** How to open a log in PostgreSQL or a database that speaks its language. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; several hosts may be named, with commas. */
  address: string;
  /** Makes the tables when they are not there. Default true. */
  create?: boolean;
  /** Milliseconds after which an answer is no longer waited for. Default 30,000. */
  patience?: number;
  /** 0 to 1: spreads out repeated transactions. */
  random?: () => number;
}

const REPEATS = 20;

/**
 * The log in PostgreSQL. Needs the package `pg`. Several collectors may write to one log; the row lock
 * on its head puts them in order.
 *
 * @throws {StoreError} where the database cannot be reached or is of another version
 *
 * @example
 * import { postgresStore } from "consentry/collector";
 *
 * const store = await postgresStore({ address: "postgres://log@localhost/consent" });
 * await store.close();
 */
export async function postgresStore(options: PostgresOptions): Promise<Store> {
  const servers = serversOf(options.address);
  if (!servers.length)
    throw new StoreError("unavailable", "not the address of a PostgreSQL server");
  const pool = createPool(servers, options.patience ?? 30_000);
  const random = options.random ?? Math.random;
  try {
    await pool.use(async ({ client }) => {
      let version = "";
      try {
        version = await readVersion(client);
      } catch (error) {
        // Only a new log, or a new version of the tables, needs the right to make some.
        if (!(options.create ?? true)) throw error;
      }
      if (!["", "1", "2", "3", TABLES].includes(version)) {
        throw new StoreError("unavailable", `the database has tables of version ${version}`);
      }
      if (version == TABLES || !(options.create ?? true)) return;
      await makeTables(client);
      if (version) await migrate(client);
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
  const commit = <T>(work: (client: Client) => Promise<T>) => transact(pool, work, random);
  const shared = queries({
    all: (text, values = []) => pool.use(({ client }) => rows(client, dialect(text), [...values])),
    run: (text, values = []) =>
      commit(async (client) => (await client.query(dialect(text), [...values])).rowCount ?? 0),
  });
  return {
    ...shared,
    write: (wanted, plan) => commit((client) => writePostgres(client, wanted, plan)),
    putCounts: (counts) => commit((client) => putCounts(client, counts)),
    // What the server keeps of a deleted row, and in its archives, is the operator's to let expire.
    erase: async (what) => ({ count: await shared.erase(what), held: false }),
    room: async ({ used }) => {
      if (!used) return { used: 0, free: null };
      return pool.use(async ({ client }) => {
        const sql = "SELECT pg_database_size(current_database()) AS used";
        const [row] = (await rows(client, sql).catch(ignoreUnknown)) ?? [];
        return { used: row ? toNumber(row, "used") : 0, free: null };
      });
    },
    close: () => pool.close(),
  };
}

/** The version of the tables that are there. Rejects where there are none. */
async function readVersion(client: Client): Promise<string> {
  await readHead(client);
  const sql = "SELECT value FROM consentry_meta WHERE key = $1";
  const [row] = await rows(client, sql, [TABLES_CLAIM]);
  return row ? toText(row, "value") : "1";
}

async function makeTables(client: Client): Promise<void> {
  for (const statement of SCHEMA) {
    try {
      await client.query(statement).catch(async (error: unknown) => {
        // Aurora DSQL builds an index in the background or not at all.
        if (sqlState(error) != "0A000") throw error;
        await client.query(statement.replace(" INDEX ", " INDEX ASYNC "));
      });
    } catch (error) {
      // Two collectors that start together: the other one was faster (unique violation in the catalog).
      if (!["23505", "42P07", "42710"].includes(sqlState(error))) throw error;
    }
  }
  await client.query("INSERT INTO consentry_meta VALUES ('pulse', '0') ON CONFLICT DO NOTHING");
  await client.query(
    "INSERT INTO consentry_head VALUES (1, 0, '', $1, '') ON CONFLICT DO NOTHING",
    [EMPTY_ROOT],
  );
  // A log of an older version gets it when its sums are what this version needs.
  await client.query(
    `INSERT INTO consentry_meta SELECT $1, $2 FROM consentry_head WHERE size = 0
      ON CONFLICT DO NOTHING`,
    [TABLES_CLAIM, TABLES],
  );
}

/** Brings the sums of an older version up to this one, once, whatever else starts at the same moment. */
async function migrate(client: Client): Promise<void> {
  await client.query("BEGIN");
  try {
    await readHead(client, "FOR UPDATE");
    const version = await readVersion(client);
    if (version != TABLES) {
      // What version 3 lacks is a table, which is there by now.
      const statements = { 1: FROM_VERSION_1, 2: FROM_VERSION_2 }[version] ?? [];
      for (const statement of statements) await client.query(statement);
      const note = `INSERT INTO consentry_meta VALUES ($1, $2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
      await client.query(note, [TABLES_CLAIM, TABLES]);
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {}); // The connection may be gone; so is the transaction.
    throw error;
  }
}

/**
 * Runs a transaction and resolves only when the commit is known to be durable. Run again when the
 * database asks for it, with jitter, so that two writers do not meet again and again.
 */
async function transact<T>(
  pool: Pool,
  work: (client: Client) => Promise<T>,
  random: () => number,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await pool.use((session) => once(session, work));
    } catch (error) {
      const cause = error instanceof StoreError ? error.cause : error;
      if (!mustRepeat(cause) || attempt >= REPEATS) throw error;
      await new Promise((resolve) =>
        setTimeout(resolve, random() * 10 * 2 ** Math.min(attempt, 5)),
      );
    }
  }
}

async function once<T>(session: Session, work: (client: Client) => Promise<T>): Promise<T> {
  const { client } = session;
  await client.query("BEGIN");
  let result: T;
  try {
    result = await work(client);
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {}); // The connection may be gone; so is the transaction.
    throw error;
  }
  session.warnings.length = 0;
  const { command } = await client.query("COMMIT");
  if (command != "COMMIT") throw new StoreError("unavailable", "the transaction was rolled back");
  // A cancelled wait for the standbys is reported as success with a warning (01000): the row is on one
  // machine only, and a failover would lose it.
  const [warning] = session.warnings;
  if (warning != null) throw new StoreError("unavailable", `the commit is not certain: ${warning}`);
  return result;
}
