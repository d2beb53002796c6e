import { queryAll } from "../lib/queryAll.ts";

/**
 * Walks over what a selector finds in a node, itself included. A form's inputs may bear the names of its methods. An element
 * that came from another frame's document is none of this window's class.
 */
export function eachMarked(node: Node, marked: string, use: (element: Element) => void): void {
  if (!("matches" in node)) return;
  if (Element.prototype.matches.call(node as Element, marked)) use(node as Element);
  // Most of what a page inserts has nothing inside.
  if (node.firstChild) queryAll(node as Element, marked).forEach(use);
}
