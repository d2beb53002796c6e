import type { Primitives } from "../verify/primitives.ts";
/**
 * Cryptography of a page: SHA-256 in script, because millions of awaited calls take minutes, and the
 * browser's own Ed25519 (Chrome 137, Firefox 129, Safari 17).
 */
export declare const webPrimitives: Primitives;
