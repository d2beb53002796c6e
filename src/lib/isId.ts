/** A usable id: safe inside an attribute, a selector and a cookie list. */
export function isId(value: unknown): value is string {
  return typeof value == "string" && /^[a-z][a-z0-9-]{0,63}$/.test(value);
}
