import type { ConsentRecord, SealedRecord } from "./consentRecord.ts";
/** A record without what sealing adds to it. */
export type RecordFields = Omit<ConsentRecord, "schema" | "previous">;
/**
 * Seals a record after the one whose hash is `previous` (null for the first of a chain). The text is
 * made here, once; it is what is hashed, stored and sent, and nobody writes it anew. The fields of
 * the answer are read back from it.
 */
export declare function sealRecord(fields: RecordFields, previous: string | null): SealedRecord;
