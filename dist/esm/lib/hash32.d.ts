/**
 * FNV-1a over code points: a short, synchronous fingerprint. Not for security: it only tells
 * whether a site changed its own configuration.
 */
export declare function hash32(text: string): string;
