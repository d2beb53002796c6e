import { base64url } from "../lib/base64url.ts";
import type { SealedRecord } from "../record/consentRecord.ts";
import { sealRecord } from "../record/sealRecord.ts";
import { lapseOf, type Draft } from "./draftOf.ts";
import type { End } from "./endOf.ts";
import { recordKey, type Change } from "./recordStore.ts";

/** What an append takes from the world. */
export interface SealFacts {
  /** Exactly what was shown, as text. */
  notice: string;
  /** 64 random bytes: ids and salts of the one or two records. */
  random: Uint8Array;
  /** Whether there is a collector to send to. */
  deliver: boolean;
}

/**
 * Decides what an append writes: the record, the head, the snapshot, the outbox row. Where the last
 * choice ended before this one was made, a record that says so comes first. The first change is the
 * first record: see `RecordStore.run`. Pure.
 */
export function planAppend(
  draft: Draft,
  { chain, last }: End,
  { notice, random, deliver }: SealFacts,
): { end: Required<End>; changes: readonly Change[] } {
  let drawn = 0;
  const draw = () => base64url(random.slice(drawn, (drawn += 16)));
  const changes: Change[] = [];
  const seal = (fields: Draft): SealedRecord => {
    const sequence = last ? last.sequence + 1 : 0;
    // One browser, one subject: the log remembers it where the cookie, after a refusal, does not.
    const { subject } = last ?? fields;
    last = sealRecord(
      { ...fields, subject, id: draw(), salt: draw(), sequence },
      last ? last.hash : null,
    );
    const { id, text, hash } = last;
    const row = { key: recordKey(chain, sequence), id, text, hash };
    changes.push(["records", row]);
    if (deliver) changes.push(["outbox", row]);
    return last;
  };

  if (last && last.event != "expired" && Date.parse(last.expires) < Date.parse(draft.at)) {
    seal(lapseOf(last, draft));
  }
  const end = { chain, last: seal(draft) };
  const { id, text, hash } = end.last;
  changes.push(["heads", { key: recordKey(chain), id, text, hash }]);
  if (notice) changes.push(["notices", { key: draft.notice, text: notice }]);
  return { end, changes };
}
