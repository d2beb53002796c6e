import {
  toAttestation,
  toBody,
  toBytes,
  toCount,
  toHead,
  toLeaf,
  toNotice,
  toNumber,
  toSighting,
  toText,
  type Row,
} from "./rows.ts";
import type { BodyFilter, Erasure, Head, Store } from "./store.ts";
import { StoreError } from "./storeError.ts";

/** A value that is bound to a statement. */
export type Value = string | number | Uint8Array;

/**
 * What a database driver has to do; all that is below both stores share. Tables are named in braces,
 * values are `$1`, `$2`. Every text of a statement is written in this house; values are only bound.
 */
export interface Sql {
  /** Rows of one statement. */
  all(sql: string, values?: readonly Value[]): Promise<Row[]>;
  /** Changes rows in a transaction of its own, durable when it resolves; gives how many. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
}

const HEAD = "SELECT size, frontier, root, note FROM {head} WHERE one = 1";
const LEAVES = "SELECT * FROM {leaf} WHERE idx >= $1 AND idx < $2 ORDER BY idx";
/** The newest head out of the rows of `HEAD`. Throws where there is none. */
function headOf([row]: readonly Row[]): Head {
  if (!row) throw new StoreError("broken", "the head is missing");
  return toHead(row);
}

const ERASED = 500; // records of one transaction: no one waits long for it, whatever is erased

type Shared = Omit<Store, "write" | "putCounts" | "erase" | "room" | "close"> & {
  erase(what: Erasure): Promise<number>;
};

/** Everything but appending: the same statements for every database. */
export function queries({ all, run }: Sql): Shared {
  return {
    head: async () => headOf(await all(HEAD)),
    leaves: async (start, end) => (await all(LEAVES, [start, end])).map(toLeaf),
    async nodes(level, start, end) {
      const tree =
        "SELECT hash FROM {node} WHERE level = $1 AND idx >= $2 AND idx < $3 ORDER BY idx";
      const leaf = "SELECT leaf_hash AS hash FROM {leaf} WHERE idx >= $1 AND idx < $2 ORDER BY idx";
      const found = await (level ? all(tree, [level, start, end]) : all(leaf, [start, end]));
      return found.map((row) => toBytes(row, "hash"));
    },
    async bodies(filter, after, limit) {
      const { where, values } = conditions(filter, after);
      const sql = `SELECT * FROM {body} WHERE ${where} ORDER BY idx LIMIT $${values.push(limit)}`;
      return (await all(sql, values)).map(toBody);
    },
    async subjectsOf(id) {
      const sql = "SELECT DISTINCT subject FROM {body} WHERE id = $1 ORDER BY subject LIMIT 10";
      return (await all(sql, [id])).map((row) => toText(row, "subject"));
    },
    async notices(after, limit) {
      const sql = "SELECT * FROM {notice} WHERE idx > $1 ORDER BY idx LIMIT $2";
      return (await all(sql, [after, limit])).map(toNotice);
    },
    async noticeText(hash) {
      const [row] = await all("SELECT text FROM {notice} WHERE hash = $1", [hash]);
      return row ? toText(row, "text") : null;
    },
    async checkpoints(after, limit) {
      const sql = "SELECT * FROM {checkpoint} WHERE size > $1 ORDER BY size LIMIT $2";
      const found = await all(sql, [after, limit]);
      return found.map((row) => ({ size: toNumber(row, "size"), note: toText(row, "note") }));
    },
    async counts(after, limit) {
      const { notice = "", day = "", site = "", name = "" } = after ?? {};
      const sql = `SELECT * FROM {tally} WHERE (notice, day, site, name) > ($1, $2, $3, $4)
        ORDER BY notice, day, site, name LIMIT $5`;
      return (await all(sql, [notice, day, site, name, limit])).map(toCount);
    },
    async sums(from, to, site) {
      const sql = `SELECT day, name, sum(n) AS n FROM {daily}
        WHERE day >= $1 AND day <= $2 AND ($3 = '' OR site = $3) GROUP BY day, name ORDER BY day, name`;
      const found = await all(sql, [from, to, site]);
      return found.map((row) => ({
        day: toText(row, "day"),
        name: toText(row, "name"),
        n: toNumber(row, "n"),
      }));
    },
    async banners(since, site, limit) {
      const sql = `SELECT notice, min(first_day) AS first_day, max(last_day) AS last_day FROM {banner}
        WHERE last_day >= $1 AND ($2 = '' OR site = $2) GROUP BY notice
        ORDER BY last_day DESC, notice LIMIT $3`;
      const found = await all(sql, [since, site, limit]);
      return found.map((row) => ({
        notice: toText(row, "notice"),
        firstDay: toText(row, "first_day"),
        lastDay: toText(row, "last_day"),
      }));
    },
    async bannerSums(notice, since, site) {
      // The odd days up to the next ten, the tens up to the next month, and whole months: see `spansOf`.
      const [tens, month] = [since.slice(0, 9), since.slice(0, 7)];
      const sql = `SELECT name, sum(n) AS n FROM (
          SELECT name, n FROM {tally} WHERE notice = $1 AND day >= $2 AND day <= $3 AND ($4 = '' OR site = $4)
          UNION ALL
          SELECT name, n FROM {span} WHERE notice = $1 AND span > $5 AND span < $6 AND ($4 = '' OR site = $4)
          UNION ALL
          SELECT name, n FROM {span} WHERE notice = $1 AND span > $7 AND span < $8 AND ($4 = '' OR site = $4)
        ) AS parts GROUP BY name ORDER BY name LIMIT 200`;
      const bounds = [since, `${tens}9`, site, `t${tens}`, `t${month}-9`, `m${month}`, "n"];
      const found = await all(sql, [notice, ...bounds]);
      return found.map((row) => ({ name: toText(row, "name"), n: toNumber(row, "n") }));
    },
    async sites(since) {
      const sql =
        "SELECT DISTINCT site FROM {banner} WHERE last_day >= $1 ORDER BY site LIMIT 1000";
      return (await all(sql, [since])).map((row) => toText(row, "site"));
    },
    async addSightings(lines) {
      const sql = `INSERT INTO {sighting} VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (day, site, release, service, kind, what, page) DO UPDATE SET n = {sighting}.n + excluded.n`;
      for (const { day, site, release, service, kind, what, page, n } of lines) {
        await run(sql, [day, site, release, service, kind, what, page, n]);
      }
    },
    async sightings(from, to, site, limit) {
      const sql = `SELECT * FROM {sighting} WHERE day >= $1 AND day <= $2 AND ($3 = '' OR site = $3)
        ORDER BY n DESC, day DESC, site, release, service, kind, what, page LIMIT $4`;
      return (await all(sql, [from, to, site, limit])).map(toSighting);
    },
    async erase(what) {
      if ("notice" in what) return run("DELETE FROM {notice} WHERE hash = $1", [what.notice]);
      const [condition, value] =
        "subject" in what
          ? ["subject =", what.subject]
          : "record" in what
            ? ["id =", what.record]
            : ["received <", what.receivedBefore];
      // In parts: others get in between, and a distributed database limits the rows of a transaction.
      const sql = `DELETE FROM {body} WHERE idx IN
        (SELECT idx FROM {body} WHERE ${condition} $1 ORDER BY idx LIMIT ${ERASED})`;
      for (let erased = 0; ;) {
        const count = await run(sql, [value!]);
        erased += count;
        if (count < ERASED) return erased;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async attest({ kind, size, data }) {
      const sql = `INSERT INTO {attestation} VALUES ($1, $2, $3)
        ON CONFLICT (kind, size) DO UPDATE SET data = excluded.data`;
      await run(sql, [kind, size, data]);
    },
    async attestation(kind) {
      const sql = "SELECT * FROM {attestation} WHERE kind = $1 ORDER BY size DESC LIMIT 1";
      const [row] = await all(sql, [kind]);
      return row ? toAttestation(row) : null;
    },
    async claim(name, value) {
      await run("INSERT INTO {meta} VALUES ($1, $2) ON CONFLICT (key) DO NOTHING", [name, value]);
      const [row] = await all("SELECT value FROM {meta} WHERE key = $1", [name]);
      return toText(row ?? {}, "value");
    },
    async claims(prefix) {
      const sql = "SELECT key, value FROM {meta} WHERE substr(key, 1, $1) = $2 ORDER BY key";
      const found = await all(sql, [prefix.length, prefix]);
      return found.map((row) => ({ name: toText(row, "key"), value: toText(row, "value") }));
    },
    async ping() {
      await run("UPDATE {meta} SET value = $1 WHERE key = 'pulse'", [String(Date.now())]);
    },
  };
}

function conditions({ subject, from, to, notice }: BodyFilter, after: number) {
  const where = ["idx > $1"];
  const values: Value[] = [after];
  const and = (condition: string, value: Value | undefined) => {
    if (value != null) where.push(`${condition} $${values.push(value)}`);
  };
  and("subject =", subject);
  and("received >=", from);
  and("received <", to);
  and("notice =", notice);
  return { where: where.join(" AND "), values };
}
