import { hex } from "../log/entry.ts";
import { packFrontier } from "../merkle/frontier.ts";
import { toHead, toLeaf, toNamer, toNumber, toText } from "../store/rows.ts";
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
  type Sums,
  type Wanted,
} from "../store/store.ts";
import { bannersOf, missing, spansOf } from "../store/sums.ts";
import { StoreError } from "../store/storeError.ts";
import type { Statements } from "./statements.ts";

/** The newest head. */
export function readHead(sql: Statements): Head {
  const row = sql.get("SELECT size, frontier, root, note FROM head");
  if (!row) throw new StoreError("broken", "the head is missing");
  return toHead(row);
}

/** Leaves from `start` up to `end`. */
export function readLeaves(sql: Statements, start: number, end: number): LeafRow[] {
  return sql
    .all("SELECT * FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx", start, end)
    .map(toLeaf);
}

/** Looks up, plans and adds, inside a transaction that the caller has begun. */
export function writeSqlite(sql: Statements, wanted: Wanted, plan: Plan): Head {
  const head = readHead(sql);
  const leaves = new Map<string, LeafRow>();
  for (const hash of wanted.hashes) {
    const row = hash.length && sql.get("SELECT * FROM leaf WHERE hash = ?", hash);
    if (row) leaves.set(hex(hash), toLeaf(row));
  }
  const ids = wanted.ids.filter((id) => sql.get("SELECT 1 FROM body WHERE id = ? LIMIT 1", id));
  const places = wanted.places.filter(({ subject, site, previous }) =>
    sql.get(
      "SELECT 1 FROM body WHERE subject = ? AND previous = ? AND site = ? LIMIT 1",
      subject,
      previous,
      site,
    ),
  );
  const { day, banners } = wanted.tally;
  const namesOf = "SELECT name FROM tally WHERE notice = ? AND day = ? AND site = ? LIMIT 200";
  const tally = new Map<string, Set<string>>();
  for (const banner of banners) {
    const key = bannerKey(banner);
    if (tally.has(key)) continue;
    const names = sql.all(namesOf, banner.notice, day, banner.site);
    tally.set(key, new Set(names.map((row) => toText(row, "name"))));
  }
  const namers = new Map<string, Namer[]>();
  for (const hash of wanted.notices) {
    if (leaves.has(hex(hash))) continue;
    const named = "SELECT site, received, text FROM body WHERE notice = ? ORDER BY idx LIMIT ?";
    namers.set(hex(hash), sql.all(named, hash, NAMERS).map(toNamer));
  }
  const sites = [...banners, ...[...namers.values()].flat()].map(({ site }) => site);
  const sums = "SELECT name, n FROM daily WHERE day = ? AND site = ? LIMIT 300";
  const daily = new Map(
    [...new Set(sites)].map((site) => [
      site,
      new Map(sql.all(sums, day, site).map((row) => [toText(row, "name"), toNumber(row, "n")])),
    ]),
  );
  const addition = plan({
    head,
    leaves,
    ids: new Set(ids),
    places: new Set(places.map(placeKey)),
    tally,
    daily,
    namers,
  });
  if (!addition) return head;
  insert(sql, addition);
  const start = head.frontier.size;
  const next = addition.seal(readLeaves(sql, start, start + addition.leaves.length + 1));
  sql.run("INSERT INTO checkpoint VALUES (?, ?)", next.frontier.size, next.note);
  sql.run(
    "UPDATE head SET size = ?, frontier = ?, root = ?, note = ?",
    next.frontier.size,
    packFrontier(next.frontier),
    next.root,
    next.note,
  );
  return next;
}

function insert(sql: Statements, addition: Addition): void {
  const { leaves, bodies, notices, nodes, sums, checkpoints = [] } = addition;
  for (const { index, kind, site, hash, received, flags, leafHash } of leaves) {
    const insertLeaf = "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?)";
    sql.run(insertLeaf, index, kind, site, hash, received, flags, leafHash);
  }
  for (const body of bodies) {
    sql.run(
      "INSERT INTO body VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      body.index,
      body.id,
      body.subject,
      body.site,
      body.previous,
      body.received,
      body.event,
      body.notice,
      body.text,
    );
  }
  for (const { index, hash, text } of notices) {
    sql.run("INSERT INTO notice VALUES (?, ?, ?)", index, hash, text);
  }
  for (const { size, note } of checkpoints) {
    sql.run("INSERT INTO checkpoint VALUES (?, ?)", size, note);
  }
  for (const { level, index, hash } of nodes) {
    sql.run("INSERT INTO node VALUES (?, ?, ?)", level, index, hash);
  }
  addSums(sql, sums);
}

function addSums(sql: Statements, { counts, daily }: Sums): void {
  for (const { day, site, notice, name, n } of counts) {
    const add =
      "INSERT INTO tally VALUES (?, ?, ?, ?, ?) " +
      "ON CONFLICT (notice, day, site, name) DO UPDATE SET n = tally.n + excluded.n";
    sql.run(add, day, site, notice, name, n);
  }
  for (const { span, site, notice, name, n } of spansOf(counts)) {
    const add =
      "INSERT INTO span VALUES (?, ?, ?, ?, ?) " +
      "ON CONFLICT (notice, span, site, name) DO UPDATE SET n = span.n + excluded.n";
    sql.run(add, notice, span, site, name, n);
  }
  for (const { day, site, name, n } of daily) {
    const add =
      "INSERT INTO daily VALUES (?, ?, ?, ?) " +
      "ON CONFLICT (day, site, name) DO UPDATE SET n = daily.n + excluded.n";
    sql.run(add, day, site, name, n);
  }
  for (const { notice, site, first, last } of bannersOf(counts)) {
    const add =
      "INSERT INTO banner VALUES (?, ?, ?, ?) ON CONFLICT (notice, site) DO UPDATE SET " +
      "first_day = min(first_day, excluded.first_day), last_day = max(last_day, excluded.last_day)";
    sql.run(add, notice, site, first, last);
  }
}

/** Sets lines of the statistics, and the sums over them with them. */
export function putCounts(sql: Statements, counts: readonly Count[]): void {
  const kept = "SELECT n FROM tally WHERE notice = ? AND day = ? AND site = ? AND name = ?";
  addSums(
    sql,
    missing(counts, ({ notice, day, site, name }) => {
      const row = sql.get(kept, notice, day, site, name);
      return row ? toNumber(row, "n") : 0;
    }),
  );
}
