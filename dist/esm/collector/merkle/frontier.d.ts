/**
 * The right edge of a tree: the roots of its perfect subtrees, largest first (one for each 1 in the
 * binary form of the size). It is all that is needed to append and to know the root, so it lives in
 * one row and every process that holds the row's lock can go on from it.
 */
export interface Frontier {
    /** Number of leaves. */
    readonly size: number;
    readonly hashes: readonly Uint8Array[];
}
/** Told of every perfect subtree that an append completes, leaves (level 0) included. */
export type OnNode = (level: number, index: number, hash: Uint8Array) => void;
export declare const EMPTY: Frontier;
/** The frontier after one more leaf hash. */
export declare function append(frontier: Frontier, leaf: Uint8Array, onNode?: OnNode): Frontier;
/** Root of the tree: the perfect subtrees folded from the right. */
export declare function rootOf({ hashes }: Frontier): Uint8Array;
/** The frontier's hashes as one row of bytes. */
export declare function packFrontier(frontier: Frontier): Uint8Array;
/** Reads `packFrontier` back. Throws where the bytes cannot belong to the size. */
export declare function unpackFrontier(size: number, bytes: Uint8Array): Frontier;
