import { createPublicKey, hash, verify } from "node:crypto";
import { concat } from "./bytes.ts";
import type { Primitives } from "./primitives.ts";

/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 section 4). */
const SPKI = Uint8Array.from([0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0]);

/** Node's own cryptography. */
export const nodePrimitives: Primitives = {
  sha256: (bytes) => hash("sha256", bytes, "buffer"),
  async ed25519(publicKey, message, signature) {
    if (publicKey.length != 32) return false;
    const key = Buffer.from(concat(SPKI, publicKey));
    return verify(null, message, createPublicKey({ key, format: "der", type: "spki" }), signature);
  },
};
