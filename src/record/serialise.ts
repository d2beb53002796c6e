import type { ConsentRecord } from "./consentRecord.ts";

/** Every field of a record, in the order in which it is written. */
export const RECORD_FIELDS: readonly (keyof ConsentRecord)[] = [
  "schema",
  "id",
  "subject",
  "sequence",
  "previous",
  "event",
  "method",
  "source",
  "at",
  "expires",
  "controller",
  "categories",
  "services",
  "notice",
  "language",
  "revision",
  "page",
  "signals",
  "library",
  "trusted",
  "salt",
];

/**
 * The text of a record: `JSON.stringify` of exactly the known fields in their fixed order. A lone
 * surrogate comes out as an escape (well-formed JSON.stringify), so that the text always is UTF-8.
 */
export function serialise(record: ConsentRecord): string {
  return JSON.stringify(Object.fromEntries(RECORD_FIELDS.map((field) => [field, record[field]])));
}
