import { sha256 } from "@noble/hashes/sha2.js";
import type { Primitives } from "../primitives.ts";

/**
 * Cryptography of a page: SHA-256 in script, because millions of awaited calls take minutes (not the one that seals
 * records in the browser: a verifier must not share the faults of what it verifies), and the browser's own Ed25519 (Chrome 137, Firefox 129, Safari 17).
 */
export const webPrimitives: Primitives = {
  sha256,
  async ed25519(publicKey, message, signature) {
    const key = await crypto.subtle.importKey("raw", Uint8Array.from(publicKey), "Ed25519", false, [
      "verify",
    ]);
    return crypto.subtle.verify(
      "Ed25519",
      key,
      Uint8Array.from(signature),
      Uint8Array.from(message),
    );
  },
};
