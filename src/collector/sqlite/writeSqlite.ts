import { hex } from "../log/entry.ts";
import { packFrontier } from "../merkle/frontier.ts";
import { toHead, toLeaf } from "../store/rows.ts";
import {
  placeKey,
  type Addition,
  type Head,
  type LeafRow,
  type Plan,
  type Wanted,
} from "../store/store.ts";
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
  const addition = plan({
    head,
    leaves,
    ids: new Set(ids),
    places: new Set(places.map(placeKey)),
  });
  if (!addition) return head;
  insert(sql, addition);
  const start = head.frontier.size;
  const next = addition.seal(readLeaves(sql, start, start + addition.leaves.length + 1));
  const { size } = next.frontier;
  sql.run("INSERT INTO checkpoint VALUES (?, ?)", size, next.note);
  sql.run(
    "UPDATE head SET size = ?, frontier = ?, root = ?, note = ?",
    size,
    packFrontier(next.frontier),
    next.root,
    next.note,
  );
  return next;
}

function insert(sql: Statements, addition: Addition): void {
  const { leaves, bodies, notices, nodes, counts, checkpoints = [] } = addition;
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
  for (const { day, site, notice, name, n } of counts) {
    const add =
      "INSERT INTO tally VALUES (?, ?, ?, ?, ?) " +
      "ON CONFLICT (day, site, notice, name) DO UPDATE SET n = tally.n + excluded.n";
    sql.run(add, day, site, notice, name, n);
  }
}
