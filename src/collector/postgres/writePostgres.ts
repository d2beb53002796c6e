import type { Client } from "pg";
import { hex } from "../log/entry.ts";
import { packFrontier } from "../merkle/frontier.ts";
import { toHead, toLeaf, toText, toBytes, type Row } from "../store/rows.ts";
import {
  placeKey,
  type Addition,
  type Head,
  type LeafRow,
  type Plan,
  type Seen,
  type Wanted,
} from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";

/** Rows of a query. Every text in `sql` is written in this house; values are only bound. */
export async function rows(client: Client, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await client.query<Row>(sql, values)).rows;
}

export async function readHead(client: Client, lock = ""): Promise<Head> {
  const sql = `SELECT size, frontier, root, note FROM consentry_head WHERE one = 1 ${lock}`;
  const [row] = await rows(client, sql);
  if (!row) throw new StoreError("broken", "the head is missing");
  return toHead(row);
}

export async function readLeaves(client: Client, start: number, end: number): Promise<LeafRow[]> {
  const sql = "SELECT * FROM consentry_leaf WHERE idx >= $1 AND idx < $2 ORDER BY idx";
  return (await rows(client, sql, [start, end])).map(toLeaf);
}

/** Looks up, plans and adds, inside a transaction that the caller has begun. */
export async function writePostgres(client: Client, wanted: Wanted, plan: Plan): Promise<Head> {
  // The lock on the one row is the sequencer: whoever holds it gives the next places.
  const head = await readHead(client, "FOR UPDATE");
  const addition = plan(await look(client, head, wanted));
  if (!addition) return head;
  await insert(client, addition);
  const start = head.frontier.size;
  const written = await readLeaves(client, start, start + addition.leaves.length + 1);
  const next = addition.seal(written);
  const { size } = next.frontier;
  await client.query("INSERT INTO consentry_checkpoint VALUES ($1, $2)", [size, next.note]);
  await client.query(
    "UPDATE consentry_head SET size = $1, frontier = $2, root = $3, note = $4 WHERE one = 1",
    [size, packFrontier(next.frontier), next.root, next.note],
  );
  return next;
}

async function look(client: Client, head: Head, wanted: Wanted): Promise<Seen> {
  const { hashes, ids, places } = wanted;
  const leaves = await rows(client, "SELECT * FROM consentry_leaf WHERE hash = ANY($1::bytea[])", [
    hashes.filter((hash) => hash.length),
  ]);
  const known = ids.length
    ? await rows(client, "SELECT id FROM consentry_body WHERE id = ANY($1::text[])", [ids])
    : [];
  const taken = places.length
    ? await rows(
        client,
        `SELECT DISTINCT b.subject, b.site, b.previous FROM consentry_body b
          JOIN unnest($1::text[], $2::text[], $3::bytea[]) AS w(subject, site, previous)
          ON b.subject = w.subject AND b.previous = w.previous AND b.site = w.site`,
        [
          places.map(({ subject }) => subject),
          places.map(({ site }) => site),
          places.map(({ previous }) => previous),
        ],
      )
    : [];
  return {
    head,
    leaves: new Map(leaves.map(toLeaf).map((leaf) => [hex(leaf.hash), leaf])),
    ids: new Set(known.map((row) => toText(row, "id"))),
    places: new Set(
      taken.map((row) =>
        placeKey({
          subject: toText(row, "subject"),
          site: toText(row, "site"),
          previous: toBytes(row, "previous"),
        }),
      ),
    ),
  };
}

/** Each table in one statement, a column an array: some 25 times the rate of single rows. */
async function insert(client: Client, addition: Addition): Promise<void> {
  const many = async <T>(
    table: string,
    list: readonly T[],
    columns: readonly (readonly [type: string, value: (one: T) => unknown])[],
    end = "",
  ) => {
    if (!list.length) return;
    const arrays = columns.map(([type], i) => `$${i + 1}::${type}[]`).join(", ");
    const values = columns.map(([, value]) => list.map(value));
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays}) ${end}`, values);
  };
  await many("consentry_leaf", addition.leaves, [
    ["bigint", ({ index }) => index],
    ["smallint", ({ kind }) => kind],
    ["text", ({ site }) => site],
    ["bytea", ({ hash }) => hash],
    ["bigint", ({ received }) => received],
    ["smallint", ({ flags }) => flags],
    ["bytea", ({ leafHash }) => leafHash],
  ]);
  await many("consentry_body", addition.bodies, [
    ["bigint", ({ index }) => index],
    ["text", ({ id }) => id],
    ["text", ({ subject }) => subject],
    ["text", ({ site }) => site],
    ["bytea", ({ previous }) => previous],
    ["bigint", ({ received }) => received],
    ["text", ({ event }) => event],
    ["bytea", ({ notice }) => notice],
    ["text", ({ text }) => text],
  ]);
  await many("consentry_notice", addition.notices, [
    ["bigint", ({ index }) => index],
    ["bytea", ({ hash }) => hash],
    ["text", ({ text }) => text],
  ]);
  await many("consentry_checkpoint", addition.checkpoints ?? [], [
    ["bigint", ({ size }) => size],
    ["text", ({ note }) => note],
  ]);
  await many("consentry_node", addition.nodes, [
    ["smallint", ({ level }) => level],
    ["bigint", ({ index }) => index],
    ["bytea", ({ hash }) => hash],
  ]);
  await many(
    "consentry_tally",
    addition.counts,
    [
      ["text", ({ day }) => day],
      ["text", ({ site }) => site],
      ["text", ({ notice }) => notice],
      ["text", ({ name }) => name],
      ["bigint", ({ n }) => n],
    ],
    "ON CONFLICT (day, site, notice, name) DO UPDATE SET n = consentry_tally.n + excluded.n",
  );
}
