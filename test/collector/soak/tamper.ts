import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { nodePrimitives } from "../../../src/cli/verify/nodePrimitives.ts";
import { readKey } from "../../../src/cli/verify/openNote.ts";
import { verifyExport } from "../../../src/cli/verify/verifyExport.ts";
import { verifyReceipt, type ReceiptClaim } from "../../../src/cli/verify/verifyReceipt.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import { encodeLeaf } from "../../../src/collector/log/leaf.ts";
import { leafHash } from "../../../src/collector/merkle/hash.ts";
import { treeReader } from "../../../src/collector/merkle/treeReader.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import type { Store } from "../../../src/collector/store/store.ts";
import { append, entryOf, identity, noticeOf } from "../util/entries.ts";
import { sealed } from "../util/records.ts";
import { isProgram, machine, numbers } from "./machine.ts";

/** Sums of a run. */
export interface TamperResult {
  tried: number;
  /** Alterations that a verifier took for good. */
  accepted: number;
  /** Refused, but another place was named than the one that was altered. */
  misnamed: number;
}

interface Receipt extends ReceiptClaim {
  text: string;
  index: number;
  leaf: string;
  proof: string[];
  checkpoint: string;
}

const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)]!;
/** Another character of the same alphabet somewhere in a text. */
const nudge = (text: string): string => {
  const at = randomInt(text.length);
  return text.slice(0, at) + pick([...'Aa0b9/+Zz\n "', "é"]) + text.slice(at + 1);
};
const flip = (base64: string): string => {
  const bytes = Buffer.from(base64, "base64");
  bytes[randomInt(bytes.length)]! ^= 1 << randomInt(8);
  return bytes.toString("base64");
};

/** One change to a receipt, of every kind that comes to mind. */
const CHANGES: readonly ((it: Receipt, other: Receipt) => Receipt)[] = [
  (it) => ({ ...it, text: nudge(it.text) }),
  (it) => ({ ...it, leaf: flip(it.leaf) }),
  (it) => ({ ...it, leaf: nudge(it.leaf) }),
  (it) => ({ ...it, index: it.index + randomInt(1, 9) }),
  (it) => ({ ...it, index: it.index - randomInt(1, 9) }),
  (it) => ({ ...it, index: it.index + 0.5 }),
  (it) => ({ ...it, proof: it.proof.with(randomInt(it.proof.length), flip(pick(it.proof))) }),
  (it) => ({ ...it, proof: it.proof.toSpliced(randomInt(it.proof.length), 1) }),
  (it) => ({ ...it, proof: [...it.proof, pick(it.proof)] }),
  (it) => ({ ...it, proof: it.proof.toReversed() }),
  (it) => ({ ...it, proof: [] }),
  (it) => ({ ...it, checkpoint: nudge(it.checkpoint) }),
  (it) => ({ ...it, checkpoint: it.checkpoint.replace(/\n\d+\n/, `\n${randomInt(400)}\n`) }),
  (it, other) => ({ ...it, proof: other.proof }),
  (it, other) => ({ ...it, leaf: other.leaf }),
  (it, other) => ({ ...it, text: other.text }),
  (it, other) => ({ ...it, index: other.index }),
  (it, other) => ({ ...it, leaf: other.leaf, text: other.text }),
];

/** Alters receipts and offers them to the verifier. */
export async function tamperProofs(count: number): Promise<TamperResult> {
  const home = mkdtempSync(join(tmpdir(), "consentry-tamper-"));
  const log = identity();
  const store = await sqliteStore({ path: join(home, "log.db") });
  await append(
    store,
    log,
    Array.from({ length: 333 }, () => entryOf(sealed())),
  );
  const receipts = await allReceipts(store);
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const result: TamperResult = { tried: 0, accepted: 0, misnamed: 0 };
  for (const receipt of receipts) {
    const good = await verifyReceipt(receipt, keys, nodePrimitives);
    if (!good.ok) throw new Error(`an honest receipt was refused: ${good.reason}`);
  }
  while (result.tried < count) {
    const receipt = pick(receipts);
    const altered = pick(CHANGES)(receipt, pick(receipts));
    if (JSON.stringify(altered) == JSON.stringify(receipt)) continue;
    result.tried++;
    const found = await verifyReceipt(altered, keys, nodePrimitives);
    if (found.ok) {
      result.accepted++;
      console.error("accepted:", JSON.stringify(altered));
    }
  }
  await store.close();
  rmSync(home, { recursive: true, force: true });
  return result;
}

async function allReceipts(store: Store): Promise<Receipt[]> {
  const head = await store.head();
  const { size } = head.frontier;
  const tree = treeReader(store);
  const leaves = await store.leaves(0, size);
  const bodies = await store.bodies({}, -1, size);
  return Promise.all(
    bodies.map(async ({ index, text }) => ({
      text,
      index,
      leaf: encodeLeaf(leaves[index]!).toString("base64"),
      proof: (await tree.inclusion(index, size)).map((it) => Buffer.from(it).toString("base64")),
      checkpoint: head.note,
    })),
  );
}

/** Edits the database of a log by hand, exports it, and looks what the verifier says. */
export async function tamperLog(count: number): Promise<TamperResult> {
  const home = mkdtempSync(join(tmpdir(), "consentry-tamper-"));
  const path = join(home, "log.db");
  const log = identity();
  const store = await sqliteStore({ path });
  await checkLog(store, log);
  // Each entry under a checkpoint of its own, so that a place and not a stretch has to be named.
  await append(store, log, [noticeOf("banner")]);
  for (let i = 0; i < 24; i++) await append(store, log, [entryOf(sealed())]);
  const size = 25;
  const raw = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  for (const { name } of raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all()) {
    raw.exec(`DROP TRIGGER ${String(name)}`);
  }
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const verify = () =>
    verifyExport(exportLines(store, {}), { keys, earlier: [], witnesses: [] }, nodePrimitives);
  const good = await verify();
  if (!good.ok) throw new Error(`the honest log was refused: ${good.reason}`);

  const result: TamperResult = { tried: 0, accepted: 0, misnamed: 0 };
  for (; result.tried < count; result.tried++) {
    const at = randomInt(1, size);
    const undo = edit(raw, at, size);
    // A head that contradicts itself is not even exported.
    const found = await verify().catch(() => null);
    if (found?.ok) {
      result.accepted++;
      console.error("accepted:", undo.what, undo.at);
    } else if (undo.named && found?.firstBad != undo.at) {
      result.misnamed++;
      console.error("misnamed:", undo.what, undo.at, found?.reason, found?.firstBad);
    }
    undo.restore();
  }
  raw.close();
  await store.close();
  rmSync(home, { recursive: true, force: true });
  return result;
}

interface Edit {
  what: string;
  /** Where the first entry does not fit any more. */
  at: number;
  /** Whether an entry was altered, and not a signature over all of them. */
  named: boolean;
  restore(): void;
}

function edit(raw: DatabaseSync, at: number, size: number): Edit {
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

if (isProgram(import.meta.url)) {
  const { proofs, edits } = numbers({ proofs: 2_000, edits: 300 });
  const a = await tamperProofs(proofs);
  console.log(`altered proofs: ${a.tried} tried, ${a.accepted} accepted`);
  const b = await tamperLog(edits);
  console.log(
    `edits of a stored log: ${b.tried} tried, ${b.accepted} accepted, ${b.misnamed} misnamed`,
  );
  console.log(machine());
  if (a.accepted || b.accepted || b.misnamed) process.exitCode = 1;
}
