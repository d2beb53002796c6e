import type { ChainReport } from "./consentRecord.ts";
import { parseRecord } from "./parseRecord.ts";
import { recordHash } from "./recordHash.ts";

/** One record as it is kept. Nothing about it is believed before it is checked. */
export interface ChainLink {
  text: unknown;
  hash: unknown;
}

/**
 * Checks one chain from its first record on. Everything is computed again from the texts; the stored
 * hashes are only compared. `newest` is the hash of the last record as it was noted elsewhere (null: the
 * chain should be empty); with it missing newest records are found too, without it no one can tell.
 * Never throws.
 *
 * @param links the records in their order
 * @throws never; what does not fit is in the report
 *
 * @example
 * import { verifyChain } from "consentry/proof";
 *
 * const report = verifyChain([]);
 * console.log(report.ok);
 */
export function verifyChain(links: readonly ChainLink[], newest?: unknown): ChainReport {
  const ids = new Set<string>();
  let previous: string | null = null;
  const report = (firstBad: number | null, reason: string | null): ChainReport => ({
    ok: reason == null,
    length: links.length,
    firstBad,
    reason,
  });

  // Not by `entries`: Prototype.js gives every list one of its own.
  let index = -1;
  for (const { text, hash } of links) {
    index += 1;
    const record = parseRecord(text);
    if (typeof record == "string") return report(index, `This is not a record (${record}).`);
    if (record.sequence != index) {
      return report(index, "A record is missing, doubled or out of order here.");
    }
    if (record.previous != previous) return report(index, "It does not follow the record before.");
    if (ids.has(record.id)) return report(index, "Its id was used before.");
    ids.add(record.id);
    previous = recordHash(String(text), previous);
    if (previous != hash) return report(index, "Its text does not give its hash.");
  }
  return newest !== undefined && newest !== previous
    ? report(links.length, "The newest records are missing, or the end of the log was altered.")
    : report(null, null);
}
