import type { ConsentRecord } from "../../record/consentRecord.ts";
import type { BodyFilter, Store } from "../store/store.ts";
import { type Progress } from "./exportLines.ts";
/**
 * Records in the form of ISO/IEC TS 27560 as the W3C DPV community group profiles it ("Consent Records
 * and Receipts", w3id.org/dpv/guides/consent-27560). What our records do not know (the kinds of personal
 * data, recipients' addresses, jurisdiction) is left out, not guessed: the notice says it.
 */
export declare function exportJsonLd(store: Store, filter: BodyFilter, onProgress?: Progress): AsyncGenerator<string>;
/** One record as JSON-LD. */
export declare function toJsonLd(record: ConsentRecord): object;
