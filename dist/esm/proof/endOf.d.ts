import type { SealedRecord } from "../record/consentRecord.ts";
import { type RecordRow } from "./shelf.ts";
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
export declare function endOf(heads: readonly RecordRow[], records: readonly RecordRow[], known?: End): End;
