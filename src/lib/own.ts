/**
 * Reads an own property of an unknown value. A page's polluted prototype (`Object.prototype.x`)
 * must not become configuration, and a getter that throws must not stop the page.
 */
export function own(value: unknown, key: string): unknown {
  try {
    if (typeof value == "object" && value && Object.prototype.hasOwnProperty.call(value, key)) {
      return Reflect.get(value, key);
    }
  } catch {
    // A hostile getter or proxy: the same as absent.
  }
  return undefined;
}
