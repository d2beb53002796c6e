import { equal } from "./bytes.ts";
import { openNote, type Signature, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { readCheckpoint, type Checkpoint } from "./readCheckpoint.ts";
import { rootBuilder } from "./rootBuilder.ts";

/** A checkpoint with its good signatures. */
export interface SignedHead {
  checkpoint: Checkpoint;
  signatures: readonly Signature[];
}

/** Opens a note as a checkpoint; null where no trusted key signed it or it is none. */
export async function openHead(
  note: string,
  keys: readonly VerifierKey[],
  primitives: Primitives,
): Promise<SignedHead | null> {
  const opened = await openNote(note, keys, primitives);
  const checkpoint = opened && readCheckpoint(opened.text);
  return checkpoint ? { checkpoint, signatures: opened.signatures } : null;
}

/** A growing tree and the checkpoints that it is held to. */
export interface Heads {
  /** Adds a checkpoint to hold the tree to when it has its size. Gives the reason why it cannot be. */
  expect(head: SignedHead | null, whose: string): string | null;
  /** Adds an entry; gives the reason why the tree is now another than a checkpoint says. */
  add(leafHash: Uint8Array): string | null;
  /** Holds the tree, as it stands, to the checkpoint of its size. */
  disagreement(): string | null;
  size(): number;
  /** Size of the largest checkpoint that agreed: everything below is as it was signed. */
  agreed(): number;
}

/** Begins with an empty tree that is to become the tree of `final`. */
export function heads(final: Checkpoint, sha256: Primitives["sha256"]): Heads {
  const builder = rootBuilder(sha256);
  const expected = new Map<number, { root: Uint8Array; whose: string }>();
  let agreed = 0;

  const disagreement = (): string | null => {
    const size = builder.size();
    const claim = expected.get(size);
    if (!claim) return null;
    expected.delete(size);
    if (!equal(claim.root, builder.root())) {
      return `The tree of ${size} entries is not the one that ${claim.whose} names.`;
    }
    agreed = size;
    return null;
  };
  return {
    disagreement,
    expect(head, whose) {
      if (!head) return `A note (${whose}) is not a checkpoint signed by a trusted key.`;
      const { origin, size, root } = head.checkpoint;
      if (origin != final.origin) return `A checkpoint (${whose}) is of another log.`;
      if (size > final.size)
        return `A checkpoint (${whose}) is of a larger log: entries are missing.`;
      const other = expected.get(size) ?? (size == final.size ? { root: final.root } : null);
      if (other && !equal(other.root, root)) {
        return `There are two different signed trees of ${size} entries (${whose}).`;
      }
      expected.set(size, { root, whose });
      return null;
    },
    add(leafHash) {
      builder.add(leafHash);
      return disagreement();
    },
    size: () => builder.size(),
    agreed: () => agreed,
  };
}
