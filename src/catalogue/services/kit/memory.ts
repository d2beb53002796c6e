const KEY = Symbol.for("consentry.services");

/**
 * What services have begun on a page. It lies on the window, under a symbol that no page trips over,
 * because each service may be a file of its own: a variable of a module would not be shared.
 */
export function memory(window: object): Map<string, unknown> {
  const found: unknown = Reflect.get(window, KEY);
  if (found instanceof Map) return found as Map<string, unknown>;
  const made = new Map<string, unknown>();
  Object.defineProperty(window, KEY, { value: made, configurable: true });
  return made;
}
