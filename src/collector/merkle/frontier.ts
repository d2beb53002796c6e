import { EMPTY_ROOT, nodeHash } from "./hash.ts";

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

/** Called for every perfect subtree that an append completes, leaves (level 0) included. */
export type OnNode = (level: number, index: number, hash: Uint8Array) => void;

export const EMPTY: Frontier = Object.freeze({ size: 0, hashes: Object.freeze([]) });

/** The frontier after one more leaf hash. */
export function append(frontier: Frontier, leaf: Uint8Array, onNode?: OnNode): Frontier {
  const hashes = [...frontier.hashes];
  let hash = leaf;
  let index = frontier.size;
  let level = 0;
  onNode?.(0, index, hash);
  // Sizes pass 2^32 one day, so no bit operators.
  for (; index % 2 == 1; index = (index - 1) / 2) {
    hash = nodeHash(hashes.pop()!, hash);
    onNode?.(++level, (index - 1) / 2, hash);
  }
  return { size: frontier.size + 1, hashes: [...hashes, hash] };
}

/** Root of the tree: the perfect subtrees folded from the right. */
export function rootOf({ hashes }: Frontier): Uint8Array {
  let root = hashes.at(-1);
  for (let i = hashes.length - 2; root && i >= 0; i--) root = nodeHash(hashes[i]!, root);
  return root ?? EMPTY_ROOT;
}

/** The frontier's hashes as one row of bytes. */
export function packFrontier(frontier: Frontier): Uint8Array {
  return Buffer.concat(frontier.hashes);
}

/** Reads `packFrontier` back. Throws where the bytes cannot belong to the size. */
export function unpackFrontier(size: number, bytes: Uint8Array): Frontier {
  const count = size.toString(2).replaceAll("0", "").length;
  if (bytes.length != count * 32)
    throw new RangeError("the stored right edge does not fit its size");
  const hashes = Array.from({ length: count }, (_, i) => bytes.slice(i * 32, i * 32 + 32));
  return { size, hashes };
}
