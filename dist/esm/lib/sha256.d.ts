/**
 * SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hexadecimal digits. Synchronous, because an IndexedDB
 * transaction ends while `crypto.subtle` is awaited, and because http pages have no `crypto.subtle`.
 * Written to be small: about 10 MB a second, and for less than 512 MB.
 */
export declare function sha256(bytes: Uint8Array): string;
