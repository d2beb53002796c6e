import { hash } from "node:crypto";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** SHA-256 of some bytes. */
export function sha256(bytes: Uint8Array | string): Buffer {
  return hash("sha256", bytes, "buffer");
}

/** Hash of one leaf, RFC 6962 section 2.1: SHA-256(0x00 ‖ leaf). */
export function leafHash(leaf: Uint8Array): Buffer {
  return sha256(Buffer.concat([LEAF, leaf]));
}

/** Hash of two subtrees, RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([NODE, left, right]));
}

/** Root of the tree without leaves, RFC 6962 section 2.1. */
export const EMPTY_ROOT: Buffer = sha256("");
