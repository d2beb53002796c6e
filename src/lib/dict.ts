/** An object without a prototype: `constructor` and `__proto__` are ordinary, absent keys. */
export function dict<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
