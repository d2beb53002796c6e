/**
 * Only http(s): marked content never runs `javascript:` or `data:`. A relative address has the page's own scheme, whatever
 * its base is.
 */
export function isFetchable(address: string): boolean {
  try {
    return /^https?:/.test(new URL(address, "https://a.invalid").protocol);
  } catch {
    return false; // Not an address at all.
  }
}
