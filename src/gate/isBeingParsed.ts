/** The parser may still be adding text to an element: nothing follows it yet. */
export function isBeingParsed(element: Element, document: Document): boolean {
  let node: Node | null = element;
  while (node && !node.nextSibling) node = node.parentNode;
  return !node && document.readyState == "loading";
}
