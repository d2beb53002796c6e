import type { ChainReport } from "./consentRecord.ts";
/** One record as it is kept. Nothing about it is believed before it is checked. */
export interface ChainLink {
    text: unknown;
    hash: unknown;
}
/**
 * Checks one chain from its first record on. Everything is computed again from the texts; the stored
 * hashes are only compared. `newest` is the hash of the last record as it was noted elsewhere (null: the
 * chain should be empty); with it missing newest records are found too, without it nobody can tell.
 * Never throws.
 */
export declare function verifyChain(links: readonly ChainLink[], newest?: unknown): ChainReport;
