/** The bytes of a text in UTF-8. */
export declare const utf8: (text: string) => Uint8Array;
/** Lower-case hexadecimal digits. */
export declare const toHex: (bytes: Uint8Array) => string;
/** Reads hexadecimal digits; null for anything else. */
export declare function fromHex(text: unknown): Uint8Array | null;
/** Reads standard base64 with its padding (RFC 4648 section 4); null for any other spelling. */
export declare function fromBase64(text: unknown): Uint8Array | null;
export declare function toBase64(bytes: Uint8Array): string;
export declare function concat(...parts: readonly Uint8Array[]): Uint8Array;
export declare function equal(a: Uint8Array, b: Uint8Array): boolean;
