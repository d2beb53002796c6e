/** Own enumerable string keys of an unknown value; a proxy that throws has none. */
export function keysOf(value: unknown): string[] {
  try {
    return typeof value == "object" && value ? Object.keys(value) : [];
  } catch {
    return []; // A hostile proxy: the same as empty.
  }
}
