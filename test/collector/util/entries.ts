import { createHash, generateKeyPairSync } from "node:crypto";
import type { NoticeEntry, RecordEntry } from "../../../src/collector/log/entry.ts";
import { sequence, type LogIdentity, type Outcome } from "../../../src/collector/log/sequence.ts";
import { createSigner } from "../../../src/collector/note/signer.ts";
import type { Store } from "../../../src/collector/store/store.ts";
import type { SealedRecord } from "../../../src/record/consentRecord.ts";

/** The record as the collector sees it once it is checked. */
export function entryOf(record: SealedRecord): RecordEntry {
  return {
    kind: "record",
    hash: Buffer.from(record.hash, "hex"),
    text: record.text,
    id: record.id,
    subject: record.subject,
    site: new URL(record.page).host,
    previous: Buffer.from(record.previous ?? "", "hex"),
    at: Date.parse(record.at),
    event: record.event,
    trusted: record.trusted,
    notice: Buffer.from(record.notice, "hex"),
    categories: record.categories,
  };
}

export function noticeOf(text: string): NoticeEntry {
  return { kind: "notice", hash: createHash("sha256").update(text).digest(), text };
}

/** A log with a fresh key. */
export function identity(origin = "shop.example/consent"): LogIdentity {
  const { privateKey } = generateKeyPairSync("ed25519");
  return { origin, signers: [createSigner(origin, privateKey)] };
}

/** Appends straight to a store. */
export async function append(
  store: Store,
  log: LogIdentity,
  entries: readonly (RecordEntry | NoticeEntry)[],
  now: () => number = Date.now,
): Promise<Outcome[]> {
  const { wanted, plan, outcomes } = sequence(entries, log, now);
  await store.write(wanted, plan);
  return outcomes().filter((outcome) => "status" in outcome);
}
