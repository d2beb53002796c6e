/**
 * Puts the UI's host element where it can be used, and tells whether it had to move.
 *
 * Before `body`, not in it: first in reading and focus order as it is first on screen, untouched by
 * routers that swap the body, by a transform on it, and without becoming a `:first-child` or
 * `+` sibling for the page's rules. While the page shows a modal dialog everything outside of that
 * is inert, popovers too, so the host goes into it.
 */
export function placeHost(document: Document, element: Element): boolean {
  // Querying from the element: a form named "body" replaces `document.body`.
  const page = document.documentElement;
  const parent = [...page.querySelectorAll("dialog:modal")].at(-1) ?? page;
  if (element.parentNode == parent) return false;
  parent.insertBefore(element, parent.querySelector(":scope > body"));
  return true;
}
