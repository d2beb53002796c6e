import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { readKey } from "../../../src/verify/openNote.ts";
import { verifyExport } from "../../../src/verify/verifyExport.ts";
import { verifyReceipt, type ReceiptClaim } from "../../../src/verify/verifyReceipt.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import { encodeLeaf } from "../../../src/collector/log/leaf.ts";
import { treeReader } from "../../../src/collector/merkle/treeReader.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import type { Store } from "../../../src/collector/store/store.ts";
import { append, entryOf, identity, noticeOf } from "../util/entries.ts";
import { sealed } from "../util/records.ts";
import { edit } from "./editLog.ts";
import { isProgram, machine, numbers } from "./machine.ts";
import { nudge, pick } from "./pick.ts";

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
