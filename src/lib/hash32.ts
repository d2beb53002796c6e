/**
 * FNV-1a over UTF-16 code units: a short, synchronous fingerprint. Not for security: it only tells
 * whether a site changed its own configuration.
 */
export function hash32(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
