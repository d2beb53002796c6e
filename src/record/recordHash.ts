import { sha256 } from "../lib/sha256.ts";

/** What is hashed before a text; keeps the hash apart from every other use of SHA-256. */
const PREFIX = "consentry/v1 record\n";

/**
 * The hash of a sealed record: lower-case hex of SHA-256 over `"consentry/v1 record\n"`, the hash of
 * the record before as 32 bytes (zeros for the first), and the text as UTF-8.
 *
 * `previous` is null or 64 hexadecimal digits; more throws a RangeError.
 */
export function recordHash(text: string, previous: string | null): string {
  const bytes = new TextEncoder().encode(PREFIX + "\0".repeat(32) + text);
  const digits = previous?.match(/../g) ?? [];
  bytes.set(
    digits.map((byte) => Number(`0x${byte}`)),
    PREFIX.length,
  );
  return sha256(bytes);
}
