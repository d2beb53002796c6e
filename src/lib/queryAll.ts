/**
 * `querySelectorAll` by the platform's own code: a document answers `querySelectorAll` with an image of that name (HTML,
 * "named access").
 */
export function queryAll(root: Node & ParentNode, selector: string): NodeListOf<Element> {
  const { querySelectorAll } = Object.getPrototypeOf(root) as ParentNode;
  return querySelectorAll.call(root, selector);
}
