import type { Store } from "../store/store.ts";
/** Proofs and roots out of a store's tiles. */
export interface TreeReader {
    inclusion(index: number, size: number): Promise<Uint8Array[]>;
    consistency(old: number, size: number): Promise<Uint8Array[]>;
    root(size: number): Promise<Uint8Array>;
}
/**
 * Reads what a proof needs, a tile at a time: some eight reads for a log of any size. Full tiles never
 * change, so the newest ones are kept.
 */
export declare function treeReader(store: Pick<Store, "nodes">): TreeReader;
