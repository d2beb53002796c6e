/** SHA-256 of some bytes. */
export declare function sha256(bytes: Uint8Array | string): Buffer;
/** Hash of one leaf, RFC 6962 section 2.1: SHA-256(0x00 ‖ leaf). */
export declare function leafHash(leaf: Uint8Array): Buffer;
/** Hash of two subtrees, RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export declare function nodeHash(left: Uint8Array, right: Uint8Array): Buffer;
/** Root of the tree without leaves, RFC 6962 section 2.1. */
export declare const EMPTY_ROOT: Buffer;
