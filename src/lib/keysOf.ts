/** Own enumerable string keys of an unknown value; a proxy that throws has none. */
export function keysOf(value: unknown): string[] {
  try {
    return typeof value == "object" ? Object.keys(value!) : [];
  } catch {
    return []; // Null, or a hostile proxy: the same as empty.
  }
}
