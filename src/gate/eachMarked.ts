import { queryAll } from "../lib/queryAll.ts";

/** Walks over what a selector finds in a node, itself included. A form's inputs may bear the names of its methods. */
export function eachMarked(
  { Element }: typeof globalThis,
  node: Node,
  marked: string,
  use: (element: Element) => void,
): void {
  if (!(node instanceof Element)) return;
  if (Element.prototype.matches.call(node, marked)) use(node);
  queryAll(node, marked).forEach(use);
}
