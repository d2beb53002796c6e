/**
 * Whether an element stands in a place that strangers fill: below `data-consent-ignore`, also where a shadow root lies
 * between. Nothing of ours acts there. What a `noscript` holds is for pages without script: a router that parses without
 * script brings it in as elements.
 *
 * The platform's own functions answer: a form's inputs may bear the names of its methods. What has a host is known as by
 * `shadowHost`, here in one with the rest for its size.
 */
export function isIgnored(element: Element): boolean {
  const root = Node.prototype.getRootNode.call(element) as Partial<ShadowRoot>;
  return !!(
    Element.prototype.closest.call(element, "[data-consent-ignore],noscript") ||
    (!("dir" in root) && root.host && isIgnored(root.host))
  );
}
