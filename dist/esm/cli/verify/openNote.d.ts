import type { Primitives } from "./primitives.ts";
/** A key that a verifier trusts (C2SP signed-note, "Verifier keys"). */
export interface VerifierKey {
    name: string;
    /** 4 bytes. */
    id: Uint8Array;
    /** 1: Ed25519 over the text. 4: Ed25519 with a time, as witnesses sign. */
    type: 1 | 4;
    publicKey: Uint8Array;
}
/** Who signed a note. */
export interface Signature {
    name: string;
    /** Seconds since 1970 at which a witness says it saw the checkpoint; null for the log itself. */
    time: number | null;
}
/** A note whose signatures were checked. */
export interface OpenNote {
    text: string;
    signatures: Signature[];
}
/** Reads `name+keyid+base64(type ‖ key)`; null when it is malformed or its id is not of its key. */
export declare function readKey(vkey: string, sha256: Primitives["sha256"]): VerifierKey | null;
/**
 * Opens a note: its text and the signatures of trusted keys. Null when it is malformed, when a line of
 * a trusted key does not verify, or when none does (C2SP signed-note, "Signatures").
 */
export declare function openNote(note: string, keys: readonly VerifierKey[], { ed25519 }: Primitives): Promise<OpenNote | null>;
