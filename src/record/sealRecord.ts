import type { ConsentRecord, SealedRecord } from "./consentRecord.ts";
import { recordHash } from "./recordHash.ts";
import { serialise } from "./serialise.ts";

/** A record without what sealing adds to it. */
export type RecordFields = Omit<ConsentRecord, "schema" | "previous">;

/**
 * Seals a record after the one whose hash is `previous` (null for the first of a chain). The text is
 * made here, once; it is what is hashed, stored and sent, and no one writes it again. The fields of
 * the answer are read back from it.
 */
export function sealRecord(fields: RecordFields, previous: string | null): SealedRecord {
  const text = serialise({ ...fields, schema: "consentry/1", previous });
  const record = JSON.parse(text) as ConsentRecord;
  return { ...record, hash: recordHash(text, previous), text };
}
