import { type HashOf, type Range } from "./ranges.ts";
/** Root of a range of leaves, MTH of RFC 6962 section 2.1, folded from its perfect subtrees. */
export declare function rangeRoot(range: Range, hashOf: HashOf): Uint8Array;
/** Proof that leaf `index` is in the tree of `size` leaves, from the leaf's sibling up. */
export declare function inclusionProof(index: number, size: number, hashOf: HashOf): Uint8Array[];
/** Proof that the tree of `size` leaves only added to the tree of `old`. */
export declare function consistencyProof(old: number, size: number, hashOf: HashOf): Uint8Array[];
