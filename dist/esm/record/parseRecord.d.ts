import type { ConsentRecord } from "./consentRecord.ts";
/** What is wrong with a text: the field that does not fit, or why it is not a record at all. */
export type RecordProblem = "too-long" | "not-json" | "not-canonical" | keyof ConsentRecord;
/**
 * Reads the text of a record, from anywhere: the record, or a word that says what does not fit (test
 * with `typeof result == "string"`). Strict: the text must be exactly what its fields serialise to,
 * which leaves no room for unknown or doubled keys, other spellings of a number, or two parsers that
 * read one text differently. Never throws.
 */
export declare function parseRecord(text: unknown): ConsentRecord | RecordProblem;
