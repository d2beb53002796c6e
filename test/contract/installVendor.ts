/**
 * Puts up functions of a vendor under dotted paths (`fbq.callMethod`); each keeps its path and
 * arguments in `calls`. Stands by itself, so that its text can be served to a page.
 */
export function installVendor(
  window: object,
  paths: readonly string[],
  returns: Readonly<Record<string, unknown>>,
  calls: unknown[][],
): void {
  for (const path of paths) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let holder: object = window;
    for (const key of keys) {
      const next: unknown = Reflect.get(holder, key);
      if (next === Object(next)) holder = Object(next) as object;
      else {
        const made = {};
        Reflect.set(holder, key, made);
        holder = made;
      }
    }
    // Only plain functions can be constructed, as `new UET()` is.
    Reflect.set(holder, last, function (...values: unknown[]) {
      calls.push([path, ...values]);
      return returns[path];
    });
  }
}
