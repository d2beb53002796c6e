/**
 * FNV-1a over code points: a short, synchronous fingerprint. Not for security: it only tells
 * whether a site changed its own configuration.
 */
export function hash32(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
