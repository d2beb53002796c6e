import { append, type Frontier } from "./frontier.ts";
import { inclusionProof } from "./proofs.ts";
import type { Node } from "./ranges.ts";

/** What appending a batch gives. */
export interface BatchTree {
  /** The right edge afterwards. */
  frontier: Frontier;
  /** Perfect subtrees completed by the batch whose level is a multiple of 8 (tiles are 2^8 wide), leaves left out. */
  tileNodes: readonly (Node & { hash: Uint8Array })[];
  /** Proof for a leaf of this batch in the tree that ends with the batch. */
  prove(index: number): Uint8Array[];
}

const key = (level: number, index: number) => `${level}/${index}`;

/**
 * Appends leaf hashes. Every sibling on the way from a new leaf to the root is either on the right
 * edge before the batch or made by the batch, so the receipts need no read from the store.
 */
export function batchTree(before: Frontier, leaves: readonly Uint8Array[]): BatchTree {
  const known = new Map<string, Uint8Array>();
  let covered = 0;
  let width = 2 ** Math.floor(Math.log2(before.size || 1));
  for (const hash of before.hashes) {
    while (covered + width > before.size) width /= 2;
    known.set(key(Math.log2(width), covered / width), hash);
    covered += width;
  }

  const tileNodes: (Node & { hash: Uint8Array })[] = [];
  let frontier = before;
  for (const leaf of leaves) {
    frontier = append(frontier, leaf, (level, index, hash) => {
      known.set(key(level, index), hash);
      if (level && level % 8 == 0) tileNodes.push({ level, index, hash });
    });
  }
  const hashOf = (level: number, index: number) => {
    const hash = known.get(key(level, index));
    if (!hash) throw new Error(`subtree ${key(level, index)} is not of this batch`);
    return hash;
  };
  return { frontier, tileNodes, prove: (index) => inclusionProof(index, frontier.size, hashOf) };
}
