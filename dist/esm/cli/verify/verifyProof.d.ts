import type { Primitives } from "./primitives.ts";
type Sha256 = Primitives["sha256"];
/** RFC 9162 section 2.1.1: hash of a leaf. */
export declare function hashLeaf(leaf: Uint8Array, sha256: Sha256): Uint8Array;
/** RFC 9162 section 2.1.1: hash of two subtrees. */
export declare function hashPair(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array;
/**
 * The root that an inclusion proof leads to, or null where the proof has a wrong form: RFC 9162
 * section 2.1.3.2, step by step.
 */
export declare function rootOfInclusion(leafHash: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], sha256: Sha256): Uint8Array | null;
/** Whether the tree of `size` only added to the tree of `old`: RFC 9162 section 2.1.4.2, step by step. */
export declare function isConsistent(old: {
    size: number;
    root: Uint8Array;
}, next: {
    size: number;
    root: Uint8Array;
}, proof: readonly Uint8Array[], sha256: Sha256): boolean;
export {};
