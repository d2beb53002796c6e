/**
 * The hash of a sealed record: lower-case hex of SHA-256 over `"consentry/v1 record\n"`, the hash of
 * the record before as 32 bytes (zeros for the first), and the text as UTF-8.
 *
 * `previous` is null or 64 hexadecimal digits; more throws a RangeError.
 */
export declare function recordHash(text: string, previous: string | null): string;
