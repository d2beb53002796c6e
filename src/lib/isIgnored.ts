/**
 * Whether an element stands in a place that strangers fill: below `data-consent-ignore`, also where a shadow root lies
 * between. Nothing of ours acts there. What a `noscript` holds is for pages without script: a router that parses without
 * script brings it in as elements.
 */
export function isIgnored(element: Element): boolean {
  let node: Element | undefined = element;
  while (node && !node.closest("[data-consent-ignore],noscript")) {
    node = (node.getRootNode() as Partial<ShadowRoot>).host;
  }
  return !!node;
}
