/**
 * SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hexadecimal digits. Synchronous, because an IndexedDB
 * transaction ends while `crypto.subtle` is awaited, and because http pages have no `crypto.subtle`.
 *
 * It is called once or twice on a page, so what counts is the first call, before the engine has
 * compiled it: plain loops over typed arrays, no calls inside. For less than 512 MB.
 */
export declare function sha256(bytes: Uint8Array): string;
