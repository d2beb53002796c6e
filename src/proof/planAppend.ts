import { base64url } from "../lib/base64url.ts";
import type { ConsentRecord, SealedRecord } from "../record/consentRecord.ts";
import { recordHash } from "../record/recordHash.ts";
import { sealRecord } from "../record/sealRecord.ts";
import { lapseOf, type Draft } from "./draftOf.ts";
import { chainOf, recordKey, type Change, type RecordRow } from "./shelf.ts";

/** What an append takes from the world. */
export interface SealFacts {
  /** Exactly what was shown, as text. */
  notice: string;
  /** 64 random bytes: ids and salts of the one or two records. */
  random: Uint8Array;
  /** Whether there is a collector to send to. */
  deliver: boolean;
  /** Whether the whole chain was checked on this page before: then its head is enough. */
  checked: boolean;
}

/**
 * Decides what an append writes: the record, the head, the snapshot, the outbox row. Where the last
 * choice ended before this one was made, a record that says so comes first. Pure.
 *
 * A chain that does not fit its head or its own hashes is never extended: that would make an altered
 * past look confirmed. It stays as it is, and the record begins the next chain.
 */
export function planAppend(
  draft: Draft,
  heads: readonly RecordRow[],
  records: readonly RecordRow[],
  { notice, random, deliver, checked }: SealFacts,
): { record: SealedRecord; changes: readonly Change[] } {
  const head = heads.at(-1);
  let chain = Math.max(...[head, records.at(-1)].map((row) => (row ? chainOf(row) : -1)));
  const last = lastOf(head, checked ? undefined : records.filter((row) => chainOf(row) == chain));
  if (!last) chain++;

  let sequence = last ? last.sequence + 1 : 0;
  let previous = last ? head!.hash : null;
  let drawn = 0;
  const draw = () => base64url(random.slice(drawn, (drawn += 16)));
  const changes: Change[] = [];
  const seal = (fields: Draft): SealedRecord => {
    const record = sealRecord({ ...fields, id: draw(), salt: draw(), sequence }, previous);
    const { id, text, hash } = record;
    const row = { key: recordKey(chain, sequence++, id), id, text, hash };
    previous = hash;
    changes.push(["records", row], ["heads", { ...row, key: recordKey(chain) }]);
    if (deliver) changes.push(["outbox", row]);
    return record;
  };

  if (last && last.event != "expired" && Date.parse(last.expires) < Date.parse(draft.at)) {
    seal(lapseOf(last, draft));
  }
  if (notice) changes.push(["notices", { key: draft.notice, text: notice }]);
  return { record: seal(draft), changes };
}

/** The newest record, if the chain fits together (`records`: all of it) and ends as its head says. */
function lastOf(
  head: RecordRow | undefined,
  records: readonly RecordRow[] | undefined,
): ConsentRecord | undefined {
  try {
    const last = JSON.parse(head!.text) as ConsentRecord;
    let hash = records ? null : last.previous;
    const fits = (records ?? [head!]).every(
      (row) => (hash = recordHash(row.text, hash)) == row.hash,
    );
    return fits && hash == head!.hash ? last : undefined;
  } catch {
    return undefined; // There is none, or it is damaged beyond reading.
  }
}
