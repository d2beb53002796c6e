import { createPublicKey, sign, type KeyObject } from "node:crypto";
import { sha256 } from "../merkle/hash.ts";

/** Signs notes under one name with one Ed25519 key. */
export interface Signer {
  /** Name under which it signs. */
  readonly name: string;
  /** What a verifier is given: `name+keyid+base64(0x01 ‖ public key)`. */
  readonly vkey: string;
  /**
   * The line that signs a note's text, newline included.
   *
   * @param text of the note, its last line ended
   */
  line(text: string): string;
}

/** `0x01`: Ed25519 over the note's text (C2SP signed-note, "Signature types"). */
const ED25519 = 1;

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const jwk = createPublicKey(key).export({ format: "jwk" });
  if (jwk.crv != "Ed25519" || !jwk.x) throw new Error("the key is not an Ed25519 key");
  return Buffer.from(jwk.x, "base64url");
}

/** First four bytes of SHA-256(name ‖ "\n" ‖ type ‖ public key): C2SP signed-note, "Signatures". */
export function keyId(name: string, type: number, publicKey: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey])).subarray(
    0,
    4,
  );
}

/** The verifier key as text. */
export function vkeyOf(name: string, type: number, publicKey: Uint8Array): string {
  const encoded = Buffer.concat([Buffer.of(type), publicKey]).toString("base64");
  return `${name}+${keyId(name, type, publicKey).toString("hex")}+${encoded}`;
}

/**
 * Makes a signer of notes. The name must be one word without "+" (C2SP signed-note), best a
 * scheme-less URL. Throws for another name or another kind of key.
 *
 * @param name under which it signs
 * @param privateKey Ed25519
 * @throws for another name or another kind of key
 *
 * @example
 * import { createSigner, keyFile } from "consentry/collector";
 *
 * const signer = createSigner("example.org/log", keyFile("log.key"));
 * console.log(signer.vkey);
 */
export function createSigner(name: string, privateKey: KeyObject): Signer {
  if (!/^[^\s+]+$/u.test(name)) throw new Error("a key name has no spaces and no plus");
  const publicKey = rawPublicKey(privateKey);
  const id = keyId(name, ED25519, publicKey);
  return {
    name,
    vkey: vkeyOf(name, ED25519, publicKey),
    line(text) {
      const signature = sign(null, Buffer.from(text), privateKey);
      return `— ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`;
    },
  };
}
