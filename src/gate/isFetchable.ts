/**
 * Only http(s): marked content never runs `javascript:` or `data:`. A relative address has the page's own scheme, whatever
 * its base is. Any colon before a slash may end a scheme, whatever the browser leaves out before it (URL, "scheme state").
 *
 * Not by `new URL`: many a page has a variable of that name.
 */
export function isFetchable(address: string): boolean {
  return !/^(?!\s*https?:)[^/?#]*:/i.test(address);
}
