import type { ConsentRecord, SealedRecord } from "../record/consentRecord.ts";
import { recordHash } from "../record/recordHash.ts";
import { chainOf, type RecordRow } from "./recordStore.ts";

/** Where the next record goes. */
export interface End {
  chain: number;
  /** The record before it; none where it is the first of its chain. */
  last?: SealedRecord;
}

/**
 * Finds the end of the newest chain, if that chain fits together and ends as its head says.
 *
 * A chain that does not is never extended: that would make an altered past look confirmed. It stays
 * as it is, and the next record begins the next chain. `known` is an end that was found on this page
 * before: what lies before it is not computed again.
 */
export function endOf(
  heads: readonly RecordRow[],
  records: readonly RecordRow[],
  known?: End,
): End {
  const head = heads.at(-1);
  const chain = Math.max(...[head, records.at(-1)].map((row) => (row ? chainOf(row) : -1)));
  const mine = records.filter((row) => chainOf(row) == chain);
  const before = known?.chain == chain ? known.last : undefined;
  const checked = before && mine[before.sequence]?.hash == before.hash;
  let hash = checked ? before.hash : null;
  try {
    const fits = mine
      .slice(checked ? before.sequence + 1 : 0)
      .every((row) => (hash = recordHash(row.text, hash)) == row.hash);
    if (fits && hash && hash == head?.hash) {
      const { text } = mine.at(-1)!;
      return { chain, last: { ...(JSON.parse(text) as ConsentRecord), hash, text } };
    }
  } catch {
    // Damaged beyond reading.
  }
  return { chain: chain + 1 };
}
