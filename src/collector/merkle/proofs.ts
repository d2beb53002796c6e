import { nodeHash } from "./hash.ts";
import { consistencyRanges, inclusionRanges, nodesOf, type HashOf, type Range } from "./ranges.ts";

/** Root of a range of leaves, MTH of RFC 6962 section 2.1, folded from its perfect subtrees. */
export function rangeRoot(range: Range, hashOf: HashOf): Uint8Array {
  const hashes = nodesOf(range).map(({ level, index }) => hashOf(level, index));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** Proof that leaf `index` is in the tree of `size` leaves, from the leaf's sibling up. */
export function inclusionProof(index: number, size: number, hashOf: HashOf): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeRoot(range, hashOf));
}

/** Proof that the tree of `size` leaves only added to the tree of `old`. */
export function consistencyProof(old: number, size: number, hashOf: HashOf): Uint8Array[] {
  return consistencyRanges(old, size).map((range) => rangeRoot(range, hashOf));
}
