import { shadowHost } from "../../lib/shadowHost.ts";

/**
 * Puts the UI's host element where it can be used.
 *
 * At the end of `body`: the one place below `html` where React 18, which hydrates the whole document, lets a node be
 * that the server did not send. Once a key moves the focus (`ahead`), before `body`: first in focus order as it
 * is first on screen, and untouched by whatever a page's own modal makes of its body; there as well where the
 * body is inert or hidden. While the page shows a modal dialog, in a web component too, everything outside of
 * that is inert, popovers as well: the host goes into it.
 */
export function placeHost(document: Document, element: Element, ahead: boolean): void {
  // Querying from the element: a form named "body" replaces `document.body`.
  const page = document.documentElement;
  const body = page.querySelector("body");
  const modal = modalAround(document, element) ?? [...page.querySelectorAll("dialog:modal")].at(-1);
  const isShut = ahead || !body || body.matches("[inert],[aria-hidden]");
  const parent = modal ?? (isShut ? page : body);
  if (element.parentNode != parent) parent.insertBefore(element, parent == page ? body : null);
  // What was kept as text comes back without what was in it (a router's page), or with (a page saved with its shadow
  // roots): no one hears its clicks, and its sheets are not adopted.
  for (const copy of page.querySelectorAll("[data-consentry]")) {
    if (!copy.shadowRoot?.adoptedStyleSheets.length) copy.remove();
  }
}

/** The page's modal dialog that holds the focus, found through open shadow roots. */
function modalAround(document: Document, element: Element): Element | null {
  let node: Element | null | undefined = document.activeElement;
  while (node && node != element && node.shadowRoot?.activeElement) {
    node = node.shadowRoot.activeElement;
  }
  for (; node; node = shadowHost(node)) {
    const modal = node.closest("dialog:modal");
    if (modal) return modal;
  }
  return null;
}
