import type { Client } from "pg";
import { EMPTY_ROOT } from "../merkle/hash.ts";
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
import type { Session } from "./connect.ts";
import { serversOf } from "./connect.ts";
import { createPool, type Pool } from "./pool.ts";
import { mustRepeat, sqlState } from "./postgresError.ts";
import { SCHEMA } from "./schema.ts";
import { readHead, readLeaves, rows, writePostgres } from "./writePostgres.ts";

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

const REPEATS = 10;
const ERASED = 1_000; // records of one transaction

/**
 * The log in PostgreSQL. Needs the package `pg`. Several collectors may write to one log; the row lock
 * on its head puts them in order.
 */
export async function postgresStore(options: PostgresOptions): Promise<Store> {
  const servers = serversOf(options.address);
  if (!servers.length)
    throw new StoreError("unavailable", "not the address of a PostgreSQL server");
  const pool = createPool(servers, options.patience ?? 30_000);
  const random = options.random ?? Math.random;
  try {
    await pool.use(async (session) => {
      try {
        await readHead(session.client);
      } catch (error) {
        // Only a new log needs the right to make tables.
        if (!(options.create ?? true)) throw error;
        await makeTables(session);
      }
    });
  } catch (error) {
    await pool.close();
    throw error;
  }
  const read = <T>(work: (client: Client) => Promise<T>) => pool.use(({ client }) => work(client));
  const commit = <T>(work: (client: Client) => Promise<T>) => transact(pool, work, random);

  return {
    write: (wanted, plan) => commit((client) => writePostgres(client, wanted, plan)),
    head: () => read((client) => readHead(client)),
    leaves: (start, end) => read((client) => readLeaves(client, start, end)),
    nodes: (level, start, end) =>
      read(async (client) =>
        level
          ? (
              await rows(
                client,
                "SELECT hash FROM consentry_node WHERE level = $1 AND idx >= $2 AND idx < $3 ORDER BY idx",
                [level, start, end],
              )
            ).map((row) => toBytes(row, "hash"))
          : (await readLeaves(client, start, end)).map(({ leafHash }) => leafHash),
      ),
    bodies: ({ subject, from, to, notice }, after, limit) =>
      read(async (client) => {
        const where = ["idx > $1"];
        const values: unknown[] = [after];
        const and = (condition: string, value: unknown) => {
          if (value != null) where.push(`${condition} $${values.push(value)}`);
        };
        and("subject =", subject);
        and("received >=", from);
        and("received <", to);
        and("notice =", notice);
        const sql = `SELECT * FROM consentry_body WHERE ${where.join(" AND ")}
          ORDER BY idx LIMIT $${values.push(limit)}`;
        return (await rows(client, sql, values)).map(toBody);
      }),
    notices: (after, limit) =>
      read(async (client) => {
        const sql = "SELECT * FROM consentry_notice WHERE idx > $1 ORDER BY idx LIMIT $2";
        return (await rows(client, sql, [after, limit])).map(toNotice);
      }),
    checkpoints: (after, limit) =>
      read(async (client) => {
        const sql = "SELECT * FROM consentry_checkpoint WHERE size > $1 ORDER BY size LIMIT $2";
        const found = await rows(client, sql, [after, limit]);
        return found.map((row) => ({ size: toNumber(row, "size"), note: toText(row, "note") }));
      }),
    counts: (since) =>
      read(async (client) => {
        const sql =
          "SELECT * FROM consentry_tally WHERE day >= $1 ORDER BY day, site, notice, name";
        return (await rows(client, sql, [since])).map(toCount);
      }),
    async erase(what) {
      const [condition, value] =
        "subject" in what ? ["subject =", what.subject] : ["received <", what.receivedBefore];
      // In parts: a distributed database limits the rows of a transaction (3,000 in Aurora DSQL).
      const sql = `DELETE FROM consentry_body WHERE idx IN
        (SELECT idx FROM consentry_body WHERE ${condition} $1 ORDER BY idx LIMIT ${ERASED})`;
      let erased = 0;
      for (;;) {
        const count = await commit(
          async (client) => (await client.query(sql, [value])).rowCount ?? 0,
        );
        erased += count;
        if (count < ERASED) return erased;
      }
    },
    attest: ({ kind, size, data }) =>
      commit(async (client) => {
        await client.query(
          `INSERT INTO consentry_attestation VALUES ($1, $2, $3)
            ON CONFLICT (kind, size) DO UPDATE SET data = excluded.data`,
          [kind, size, data],
        );
      }),
    attestation: (kind) =>
      read(async (client) => {
        const sql =
          "SELECT * FROM consentry_attestation WHERE kind = $1 ORDER BY size DESC LIMIT 1";
        const [row] = await rows(client, sql, [kind]);
        return row ? toAttestation(row) : null;
      }),
    claim: (name, value) =>
      commit(async (client) => {
        await client.query(
          "INSERT INTO consentry_meta VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
          [name, value],
        );
        const [row] = await rows(client, "SELECT value FROM consentry_meta WHERE key = $1", [name]);
        return toText(row ?? {}, "value");
      }),
    claims: (prefix) =>
      read(async (client) => {
        const sql =
          "SELECT key, value FROM consentry_meta WHERE substr(key, 1, $1) = $2 ORDER BY key";
        const found = await rows(client, sql, [prefix.length, prefix]);
        return found.map((row) => ({ name: toText(row, "key"), value: toText(row, "value") }));
      }),
    ping: () =>
      commit(async (client) => {
        await client.query("UPDATE consentry_meta SET value = $1 WHERE key = 'pulse'", [
          String(Date.now()),
        ]);
      }),
    close: () => pool.close(),
  };
}

async function makeTables({ client }: Session): Promise<void> {
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
