/**
 * FNV-1a over UTF-16 code units: a short, synchronous fingerprint. Not for security: it only tells
 * whether a site changed its own configuration.
 */
export declare function hash32(text: string): string;
