/** What waits for its grant: under a name that no lazy loader takes for its own, or under the usual one. */
export function heldAddress(element: Element, name: string): string | null {
  return element.getAttribute(`data-consent-${name}`) ?? element.getAttribute(`data-${name}`);
}
