/**
 * Calls `root.a.b(...values)` for the path `"a.b"`, if there is such a function: a vendor whose
 * script never came has nothing to hear.
 */
export function invoke(root: object, path: string, ...values: unknown[]): unknown {
  let holder: unknown;
  let value: unknown = root;
  for (const key of path.split(".")) {
    holder = value;
    value = value === Object(value) ? Reflect.get(Object(value) as object, key) : undefined;
  }
  return typeof value == "function" ? (Reflect.apply(value, holder, values) as unknown) : undefined;
}
