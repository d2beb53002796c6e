import { randomInt } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { encodeLeaf } from "../../../src/collector/log/leaf.ts";
import { leafHash } from "../../../src/collector/merkle/hash.ts";

import { nudge, pick } from "./pick.ts";

/** One alteration of a stored log, as its keeper could make it. */
export interface Edit {
  what: string;
  /** Where the first entry does not fit any more. */
  at: number;
  /** Whether an entry was altered, and not a signature over all of them. */
  named: boolean;
  restore(): void;
}

/** Alters the log somewhere from entry `at` on. */
export function edit(raw: DatabaseSync, at: number, size: number): Edit {
  const tables = ["leaf", "body", "checkpoint", "head", "notice"] as const;
  const saved = tables.map(
    (table) => [table, raw.prepare(`SELECT * FROM ${table}`).all()] as const,
  );
  const restore = () => {
    raw.exec("BEGIN");
    for (const [table, rows] of saved) {
      raw.exec(`DELETE FROM ${table}`);
      for (const row of rows) {
        const values = Object.values(row);
        raw.prepare(`INSERT INTO ${table} VALUES (${values.map(() => "?").join()})`).run(...values);
      }
    }
    raw.exec("COMMIT");
  };
  const run = (sql: string, ...values: (string | number | Uint8Array)[]) =>
    raw.prepare(sql).run(...values);
  const leaf = raw.prepare("SELECT * FROM leaf WHERE idx = ?").get(at)!;
  const text = (sql: string, key: number) => String(raw.prepare(sql).get(key)!.t);
  const other = at < size - 1 ? at + 1 : at - 1;
  const flipped = (bytes: unknown) => {
    const copy = Buffer.from(bytes as Uint8Array);
    copy[randomInt(copy.length)]! ^= 1 << randomInt(8);
    return copy;
  };
  /** A change of a leaf's field with the leaf hash made to fit: what only the signed roots betray. */
  const whole = (change: { flags?: number; received?: number }) => {
    const made = {
      kind: 0 as const,
      site: String(leaf.site),
      hash: leaf.hash as Uint8Array,
      received: Number(leaf.received),
      flags: Number(leaf.flags),
      ...change,
    };
    run(
      "UPDATE leaf SET flags = ?, received = ?, leaf_hash = ? WHERE idx = ?",
      made.flags,
      made.received,
      leafHash(encodeLeaf(made)),
      at,
    );
  };
  const edits: readonly [what: string, first: number, named: boolean, run: () => void][] = [
    [
      "record text",
      at,
      true,
      () => {
        const before = text("SELECT text AS t FROM body WHERE idx = ?", at);
        let after = before;
        while (after == before) after = nudge(before);
        run("UPDATE body SET text = ? WHERE idx = ?", after, at);
      },
    ],
    [
      "text of another record",
      at,
      true,
      () =>
        run(
          "UPDATE body SET text = ? WHERE idx = ?",
          text("SELECT text AS t FROM body WHERE idx = ?", other),
          at,
        ),
    ],
    [
      "record hash",
      at,
      true,
      () => run("UPDATE leaf SET hash = ? WHERE idx = ?", flipped(leaf.hash), at),
    ],
    [
      "leaf hash",
      at,
      true,
      () => run("UPDATE leaf SET leaf_hash = ? WHERE idx = ?", flipped(leaf.leaf_hash), at),
    ],
    [
      "time",
      at,
      true,
      () => run("UPDATE leaf SET received = received + ? WHERE idx = ?", randomInt(1, 1e9), at),
    ],
    [
      "flags",
      at,
      true,
      () =>
        run(
          "UPDATE leaf SET flags = ? WHERE idx = ?",
          Number(leaf.flags) ^ (1 << randomInt(7)),
          at,
        ),
    ],
    ["site", at, true, () => run("UPDATE leaf SET site = 'other.example' WHERE idx = ?", at)],
    ["kind", at, true, () => run("UPDATE leaf SET kind = 1 - kind WHERE idx = ?", at)],
    [
      "time, made to fit",
      at,
      true,
      () => whole({ received: Number(leaf.received) - randomInt(1, 1e9) }),
    ],
    ["flags, made to fit", at, true, () => whole({ flags: Number(leaf.flags) ^ 16 })],
    ["entry removed", at, true, () => run("DELETE FROM leaf WHERE idx = ?", at)],
    ["entries from here on removed", at, true, () => run("DELETE FROM leaf WHERE idx >= ?", at)],
    [
      "entries exchanged",
      Math.min(at, other),
      true,
      () => {
        run("UPDATE leaf SET idx = -1 WHERE idx = ?", at);
        run("UPDATE leaf SET idx = ? WHERE idx = ?", at, other);
        run("UPDATE leaf SET idx = ? WHERE idx = -1", other);
      },
    ],
    ["notice text", 0, true, () => run("UPDATE notice SET text = text || ?", "!")],
    [
      "checkpoint",
      at,
      false,
      () =>
        run(
          "UPDATE checkpoint SET note = ? WHERE size = ?",
          nudge2(text("SELECT note AS t FROM checkpoint WHERE size = ?", at)),
          at,
        ),
    ],
    [
      "checkpoint of another size",
      at,
      false,
      () =>
        run(
          "UPDATE checkpoint SET note = ? WHERE size = ?",
          text("SELECT note AS t FROM checkpoint WHERE size = ?", at + 1),
          at,
        ),
    ],
    [
      "newest checkpoint",
      at,
      false,
      () =>
        run(
          "UPDATE head SET note = ?",
          nudge2(text("SELECT note AS t FROM head WHERE one = ?", 1)),
        ),
    ],
    ["size", at, false, () => run("UPDATE head SET size = size - ?", 1)],
  ];
  const [what, first, named, apply] = pick(edits);
  apply();
  return { what, at: first, named, restore };
}

/** A changed character that is not one of base64's other spellings of nothing. */
function nudge2(text: string): string {
  let after = text;
  while (after == text) after = nudge(text);
  return after;
}
