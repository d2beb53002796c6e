import type { Client } from "pg";
import { hex } from "../log/entry.ts";
import { packFrontier } from "../merkle/frontier.ts";
import {
  toBytes,
  toCount,
  toHead,
  toLeaf,
  toNamer,
  toNumber,
  toText,
  type Row,
} from "../store/rows.ts";
import {
  bannerKey,
  NAMERS,
  placeKey,
  type Addition,
  type Count,
  type Head,
  type LeafRow,
  type Namer,
  type Plan,
  type Seen,
  type Sums,
  type Wanted,
} from "../store/store.ts";
import { bannersOf, missing, spansOf } from "../store/sums.ts";
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
  // The lock on the one row is the sequencer: its holder gives the next places.
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
    ...(await lookAtSums(client, wanted, new Set(leaves.map((row) => hex(toBytes(row, "hash")))))),
  };
}

/** What the statistics hold today, and who names the offered notices. */
async function lookAtSums(
  client: Client,
  { tally: { day, banners }, notices }: Wanted,
  known: ReadonlySet<string>,
): Promise<Pick<Seen, "tally" | "daily" | "namers">> {
  const namers = new Map<string, Namer[]>();
  const offered = notices.filter((hash) => !known.has(hex(hash)));
  if (offered.length) {
    const sql = `SELECT w.hash, b.site, b.received, b.text FROM unnest($1::bytea[]) AS w(hash)
      CROSS JOIN LATERAL (SELECT * FROM consentry_body WHERE notice = w.hash ORDER BY idx LIMIT $2) AS b
      ORDER BY b.idx`;
    for (const row of await rows(client, sql, [offered, NAMERS])) {
      const key = hex(toBytes(row, "hash"));
      namers.set(key, [...(namers.get(key) ?? []), toNamer(row)]);
    }
  }
  const tally = new Map<string, Set<string>>();
  const daily = new Map<string, Map<string, number>>();
  const places = [
    ...banners,
    ...[...namers.values()].flat().map(({ site }) => ({ site, notice: "" })),
  ];
  if (places.length) {
    // One statement: every round trip is one during which the head is locked.
    const sql = `SELECT t.site, t.notice, t.name, t.n FROM consentry_tally t
      JOIN (SELECT DISTINCT * FROM unnest($2::text[], $3::text[]) AS u(site, notice)) AS w
      ON t.notice = w.notice AND t.site = w.site WHERE t.day = $1
      UNION ALL SELECT site, NULL, name, n FROM consentry_daily WHERE day = $1 AND site = ANY($2::text[])`;
    const [sites, hashes] = [places.map(({ site }) => site), places.map(({ notice }) => notice)];
    for (const row of await rows(client, sql, [day, sites, hashes])) {
      const [site, name] = [toText(row, "site"), toText(row, "name")];
      if (row["notice"] == null) {
        const names = daily.get(site) ?? new Map<string, number>();
        daily.set(site, names.set(name, toNumber(row, "n")));
      } else {
        const key = bannerKey({ site, notice: toText(row, "notice") });
        tally.set(key, (tally.get(key) ?? new Set()).add(name));
      }
    }
  }
  return { tally, daily, namers };
}

async function insert(client: Client, addition: Addition): Promise<void> {
  const many = insertInto(client);
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
  await addSums(client, addition.sums);
}

async function addSums(client: Client, { counts, daily }: Sums): Promise<void> {
  const many = insertInto(client);
  await many(
    "consentry_tally",
    counts,
    [
      ["text", ({ day }) => day],
      ["text", ({ site }) => site],
      ["text", ({ notice }) => notice],
      ["text", ({ name }) => name],
      ["bigint", ({ n }) => n],
    ],
    "ON CONFLICT (day, site, notice, name) DO UPDATE SET n = consentry_tally.n + excluded.n",
  );
  await many(
    "consentry_span",
    spansOf(counts),
    [
      ["text", ({ notice }) => notice],
      ["text", ({ span }) => span],
      ["text", ({ site }) => site],
      ["text", ({ name }) => name],
      ["bigint", ({ n }) => n],
    ],
    "ON CONFLICT (notice, span, site, name) DO UPDATE SET n = consentry_span.n + excluded.n",
  );
  await many(
    "consentry_daily",
    daily,
    [
      ["text", ({ day }) => day],
      ["text", ({ site }) => site],
      ["text", ({ name }) => name],
      ["bigint", ({ n }) => n],
    ],
    "ON CONFLICT (day, site, name) DO UPDATE SET n = consentry_daily.n + excluded.n",
  );
  await many(
    "consentry_banner",
    bannersOf(counts),
    [
      ["text", ({ notice }) => notice],
      ["text", ({ site }) => site],
      ["text", ({ first }) => first],
      ["text", ({ last }) => last],
    ],
    `ON CONFLICT (notice, site) DO UPDATE SET
      first_day = least(consentry_banner.first_day, excluded.first_day),
      last_day = greatest(consentry_banner.last_day, excluded.last_day)`,
  );
}

/** Sets lines of the statistics, and the sums over them with them. */
export async function putCounts(client: Client, counts: readonly Count[]): Promise<void> {
  const sql = `SELECT t.* FROM consentry_tally t
    JOIN unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS w(day, site, notice, name)
    ON t.day = w.day AND t.site = w.site AND t.notice = w.notice AND t.name = w.name`;
  const columns = (["day", "site", "notice", "name"] as const).map((column) =>
    counts.map((count) => count[column]),
  );
  const key = ({ day, site, notice, name }: Count) => [day, site, notice, name].join(" ");
  const kept = new Map(
    (await rows(client, sql, columns)).map(toCount).map((count) => [key(count), count.n]),
  );
  await addSums(
    client,
    missing(counts, (count) => kept.get(key(count)) ?? 0),
  );
}

/** Each table in one statement, a column an array: some 25 times the rate of single rows. */
function insertInto(client: Client) {
  return async <T>(
    table: string,
    list: readonly T[],
    columns: readonly (readonly [type: string, value: (one: T) => unknown])[],
    end = "",
  ): Promise<void> => {
    if (!list.length) return;
    const arrays = columns.map(([type], i) => `$${i + 1}::${type}[]`).join(", ");
    const values = columns.map(([, value]) => list.map(value));
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays}) ${end}`, values);
  };
}

/** The statement as PostgreSQL has it: the database may be shared, so tables have a prefix. */
export const dialect = (text: string): string => text.replace(/\{(\w+)\}/g, "consentry_$1");
