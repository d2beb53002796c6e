/**
 * SHA-256 (FIPS 180-4) for a page that hashes millions of small leaves: plain integer arithmetic on one
 * reused array. It is not the one that seals records in the browser: a verifier must not share the
 * faults of what it verifies.
 */
export declare function fastSha256(bytes: Uint8Array): Uint8Array;
