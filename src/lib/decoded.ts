/** A percent-encoded text decoded, or empty where it is none. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // Not ours to fix.
  }
}
