/**
 * Whether an element stands in a place that strangers fill: below `data-consent-ignore`, also where a shadow root lies
 * between. Nothing of ours acts there. What a `noscript` holds is for pages without script: a router that parses without
 * script brings it in as elements.
 *
 * The platform's own functions answer: a form's inputs may bear the names of its methods.
 */
export function isIgnored(element: Element): boolean {
  let node: Element | undefined = element;
  while (node && !Element.prototype.closest.call(node, "[data-consent-ignore],noscript")) {
    node = (Node.prototype.getRootNode.call(node) as Partial<ShadowRoot>).host;
  }
  return !!node;
}
