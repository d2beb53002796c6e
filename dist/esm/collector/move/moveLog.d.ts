import type { Store } from "../store/store.ts";
/**
 * Copies a log, entry for entry, with its checkpoints, statistics and attestations. Nothing is signed
 * anew: every batch ends at a size that was signed, and must give the root that was signed. Can be
 * interrupted at any moment and called again; the target's own size says where to go on.
 *
 * Nobody may write to either side meanwhile. Rejects when the target holds another log.
 */
export declare function moveLog(source: Store, target: Store, onProgress?: (done: number, of: number) => void): Promise<number>;
