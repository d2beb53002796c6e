/** The leaves from `start` up to but not including `end`. */
export interface Range {
    readonly start: number;
    readonly end: number;
}
/** A perfect subtree: `2^level` leaves that begin at `index * 2^level`. */
export interface Node {
    readonly level: number;
    readonly index: number;
}
/** Gives the hash of a perfect subtree. */
export type HashOf = (level: number, index: number) => Uint8Array;
/** The largest power of two smaller than `n` (RFC 6962 calls it k); `n` is at least 2. */
export declare function split(n: number): number;
/**
 * The subtrees whose roots prove that leaf `index` is in the tree of `size` leaves, from the leaf's
 * sibling up: PATH(m, D[n]) of RFC 6962 section 2.1.1.
 */
export declare function inclusionRanges(index: number, size: number): Range[];
/**
 * The subtrees whose roots prove that the first `old` leaves of the tree of `size` are the whole of
 * an earlier tree: PROOF(m, D[n]) of RFC 6962 section 2.1.2. Nothing to prove for an equal or empty one.
 */
export declare function consistencyRanges(old: number, size: number): Range[];
/** The perfect subtrees that make up a range which starts at a multiple of its own tree. */
export declare function nodesOf({ start, end }: Range): Node[];
