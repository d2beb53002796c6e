/** Bytes as base64url without padding (RFC 4648, 5). For short ids: every byte is an argument. */
export declare function base64url(bytes: Uint8Array): string;
