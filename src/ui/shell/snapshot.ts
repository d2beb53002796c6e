/**
 * Remembers an element's attributes and child nodes. The undo puts back what differs, and the very
 * nodes that were there, with whatever listens to them.
 */
export function snapshot(element: Element): () => void {
  const children = [...element.childNodes];
  const before = new Map(
    element.getAttributeNames().map((name) => [name, element.getAttribute(name)!]),
  );
  return () => {
    for (const name of element.getAttributeNames()) {
      if (!before.has(name)) element.removeAttribute(name);
    }
    for (const [name, value] of before) {
      // Only where it differs: `style-src` refuses to set a style attribute, even to what it was.
      if (element.getAttribute(name) != value) element.setAttribute(name, value);
    }
    element.replaceChildren(...children);
  };
}
