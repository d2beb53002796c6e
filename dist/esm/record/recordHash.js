import { sha256 } from '../lib/sha256.js';

const PREFIX = "consentry/v1 record\n";
function recordHash(text, previous) {
  const bytes = new TextEncoder().encode(PREFIX + "\0".repeat(32) + text);
  const digits = previous?.match(/../g) ?? [];
  bytes.set(
    digits.map((byte) => Number(`0x${byte}`)),
    PREFIX.length
  );
  return sha256(bytes);
}

export { recordHash };
