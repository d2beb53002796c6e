import type { ServiceContext } from "../../../core/config/service.ts";
import { memory } from "./memory.ts";

/**
 * True the first time a page asks for `key`. Vendors count a second `init` as a second visit, so a
 * library that is destroyed and made again, or two services of one vendor, must not send it twice.
 */
export function once({ window }: ServiceContext, key: string): boolean {
  const seen = memory(window);
  return !seen.has(key) && !!seen.set(key, true);
}
