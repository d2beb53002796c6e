/** So many random bytes, fit for cryptography (Web Crypto). */
export declare function randomBytes(count: number): Uint8Array;
