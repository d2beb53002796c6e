/** The two things a verifier takes from its surroundings, so that it runs in Node and in a page. */
export interface Primitives {
  /** SHA-256, 32 bytes. */
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  /** Whether an Ed25519 signature (RFC 8032) by a raw 32-byte public key is good. */
  readonly ed25519: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean>;
}
