/**
 * What a shadow root around an element belongs to. Nothing else has such a host: a document would answer with an image of
 * that name (HTML, "named access"), a link that was taken out with a part of its address.
 */
export function shadowHost(element: Element): Element | undefined {
  const root = Node.prototype.getRootNode.call(element) as Partial<ShadowRoot>;
  // Documents and elements have a direction, fragments have none.
  return "dir" in root ? undefined : root.host;
}
