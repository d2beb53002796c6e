import type { ServiceContext } from "../../core/service.ts";

const seen = new WeakMap<object, Set<string>>();

/**
 * True the first time a page asks for `key`. Vendors count a second `init` as a second visit, so a
 * library that is destroyed and made again, or two services of one vendor, must not send it twice.
 */
export function once({ window }: ServiceContext, key: string): boolean {
  const keys = seen.get(window) ?? new Set();
  seen.set(window, keys);
  return !keys.has(key) && !!keys.add(key);
}
