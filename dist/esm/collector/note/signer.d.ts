import { type KeyObject } from "node:crypto";
/** Signs notes under one name with one Ed25519 key. */
export interface Signer {
    readonly name: string;
    /** What a verifier is given: `name+keyid+base64(0x01 ‖ public key)`. */
    readonly vkey: string;
    /** The line that signs a note's text, newline included. */
    line(text: string): string;
}
/** The 32 bytes of an Ed25519 public key. */
export declare function rawPublicKey(key: KeyObject): Buffer;
/** First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ public key): C2SP signed-note, "Signatures". */
export declare function keyId(name: string, type: number, publicKey: Uint8Array): Buffer;
/** The verifier key as text. */
export declare function vkeyOf(name: string, type: number, publicKey: Uint8Array): string;
/**
 * Makes a signer of notes. The name must be one word without "+" (C2SP signed-note), best a
 * scheme-less URL. Throws for another name or another kind of key.
 */
export declare function createSigner(name: string, privateKey: KeyObject): Signer;
