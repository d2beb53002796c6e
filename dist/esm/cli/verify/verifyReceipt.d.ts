import { type ReadLeaf } from "./leafBytes.ts";
import { type Signature, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { type Checkpoint } from "./readCheckpoint.ts";
/** What a visitor keeps of one record. Nothing in it is believed. */
export interface ReceiptClaim {
    /** The exact text of the record. */
    text: unknown;
    index: unknown;
    /** Bytes of the leaf, base64. */
    leaf: unknown;
    /** Inclusion proof, base64. */
    proof: unknown;
    /** The signed checkpoint. */
    checkpoint: unknown;
}
/** A receipt that was found good. */
export interface GoodReceipt {
    ok: true;
    index: number;
    leaf: ReadLeaf;
    checkpoint: Checkpoint;
    signatures: readonly Signature[];
}
/** A receipt that was not, and the first reason. */
export interface BadReceipt {
    ok: false;
    reason: string;
}
/**
 * The hash that a record's text gives: domain prefix, the previous hash that the text itself names, the
 * text. Null where the text is not the text of a record.
 */
export declare function hashOfText(text: string, { sha256 }: Primitives): Uint8Array | null;
/** Checks one receipt against keys that the caller trusts; needs no network. */
export declare function verifyReceipt(claim: ReceiptClaim, keys: readonly VerifierKey[], primitives: Primitives): Promise<GoodReceipt | BadReceipt>;
