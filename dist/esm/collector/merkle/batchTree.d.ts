import { type Frontier } from "./frontier.ts";
import type { Node } from "./ranges.ts";
/** What appending a batch gives. */
export interface BatchTree {
    /** The right edge afterwards. */
    frontier: Frontier;
    /** Perfect subtrees completed by the batch whose level is a multiple of 8 (tiles are 2^8 wide), leaves left out. */
    tileNodes: readonly (Node & {
        hash: Uint8Array;
    })[];
    /** Proof for a leaf of this batch in the tree that ends with the batch. */
    prove(index: number): Uint8Array[];
}
/**
 * Appends leaf hashes. Every sibling on the way from a new leaf to the root is either on the right
 * edge before the batch or made by the batch, so the receipts need no read from the store.
 */
export declare function batchTree(before: Frontier, leaves: readonly Uint8Array[]): BatchTree;
