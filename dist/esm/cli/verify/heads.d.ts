import { type Signature, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { type Checkpoint } from "./readCheckpoint.ts";
/** A checkpoint with its good signatures. */
export interface SignedHead {
    checkpoint: Checkpoint;
    signatures: readonly Signature[];
}
/** Opens a note as a checkpoint; null where no trusted key signed it or it is none. */
export declare function openHead(note: string, keys: readonly VerifierKey[], primitives: Primitives): Promise<SignedHead | null>;
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
export declare function heads(final: Checkpoint, sha256: Primitives["sha256"]): Heads;
