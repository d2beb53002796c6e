/**
 * Whether an address may be put in place: http, https, or relative to the page. The parser that the browser itself uses
 * decides, not a pattern. Of a list of pictures the first speaks: whatever the others are, they are only shown.
 */
export function isFetchable(address: string): boolean {
  try {
    return /^https?:/.test(new URL(address, "https://relative.invalid").protocol);
  } catch {
    return false; // Not an address at all.
  }
}
