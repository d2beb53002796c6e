import { attempt } from "../lib/attempt.ts";

/**
 * Only http(s): marked content never runs `javascript:` or `data:`. A relative address has the page's own scheme, whatever
 * its base is.
 */
export function isFetchable(address: string): boolean {
  // Not an address at all: it throws.
  return !!attempt(() => /^https?:/.test(new URL(address, "https://a").href));
}
