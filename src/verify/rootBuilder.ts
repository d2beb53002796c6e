import { hashPair } from "./verifyProof.ts";
import type { Primitives } from "./primitives.ts";

/** Computes roots of a growing list of leaf hashes with memory for a handful of hashes. */
export interface RootBuilder {
  add(leafHash: Uint8Array): void;
  size(): number;
  root(): Uint8Array;
}

/**
 * One slot a level: a full slot and a newcomer of the same level become one of the level above, like
 * carrying in binary addition.
 */
export function rootBuilder(sha256: Primitives["sha256"]): RootBuilder {
  const slots: (Uint8Array | null)[] = [];
  let size = 0;
  return {
    add(leafHash) {
      let carried = leafHash;
      let level = 0;
      for (; slots[level]; level++) {
        carried = hashPair(slots[level]!, carried, sha256);
        slots[level] = null;
      }
      slots[level] = carried;
      size++;
    },
    size: () => size,
    root() {
      let root: Uint8Array | null = null;
      for (const slot of slots) {
        if (slot) root = root ? hashPair(slot, root, sha256) : slot;
      }
      return root ?? sha256(new Uint8Array());
    },
  };
}
