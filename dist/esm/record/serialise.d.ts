import type { ConsentRecord } from "./consentRecord.ts";
/** Every field of a record, in the order in which it is written. */
export declare const RECORD_FIELDS: readonly (keyof ConsentRecord)[];
/**
 * The text of a record: `JSON.stringify` of exactly the known fields in their fixed order. A lone
 * surrogate comes out as an escape (well-formed JSON.stringify), so that the text always is UTF-8.
 */
export declare function serialise(record: ConsentRecord): string;
