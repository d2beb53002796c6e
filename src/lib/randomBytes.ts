/** So many random bytes, fit for cryptography (Web Crypto). */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
