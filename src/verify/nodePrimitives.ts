import { createPublicKey, hash, verify, type KeyObject } from "node:crypto";
import { concat } from "./bytes.ts";
import type { Primitives } from "./primitives.ts";

/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 section 4). */
const SPKI = Uint8Array.from([0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0]);

/** Keys as Node wants them; a log has a few, and a signature every some entries. */
const known = new Map<string, KeyObject>();

function keyOf(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey).toString("hex");
  const der = Buffer.from(concat(SPKI, publicKey));
  const key = known.get(name) ?? createPublicKey({ key: der, format: "der", type: "spki" });
  known.set(name, key);
  return key;
}

/** Node's own cryptography. */
export const nodePrimitives: Primitives = {
  sha256: (bytes) => hash("sha256", bytes, "buffer"),
  async ed25519(publicKey, message, signature) {
    if (publicKey.length != 32) return false;
    return verify(null, message, keyOf(publicKey), signature);
  },
};
