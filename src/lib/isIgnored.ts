import { shadowHost } from "./shadowHost.ts";

/**
 * Whether an element stands in a place that strangers fill: below `data-consent-ignore`, also where a shadow root lies
 * between. Nothing of ours acts there. What a `noscript` holds is for pages without script: a router that parses without
 * script brings it in as elements.
 *
 * The platform's own functions answer: a form's inputs may bear the names of its methods.
 */
export function isIgnored(element: Element): boolean {
  const host = shadowHost(element);
  return !!(
    Element.prototype.closest.call(element, "[data-consent-ignore],noscript") ||
    (host && isIgnored(host))
  );
}
