import type { Trust } from "./trustedPolicy.ts";

/** Attributes that make a browser fetch; each waits under `data-` in front of its name. */
export const FETCHING = ["src", "srcset", "href", "poster", "data"] as const;

/** Lets the browser fetch what the element names. URL parameters are kept as written. */
export function releaseEmbed(element: Element, trust: Trust): void {
  for (const name of FETCHING) {
    const value = element.getAttribute(`data-${name}`);
    if (value == null || element.getAttribute(name) == value) continue;
    // `embed` and `object` run what they load: their addresses are script sinks (Trusted Types 4.1).
    const isSink = element.matches("object,embed");
    element.setAttribute(name, isSink ? trust("createScriptURL", value) : value);
  }
  // Chromium 156 loses an address that is set in the microtask after the parser inserted the frame.
  if (element.ownerDocument.readyState == "loading") putAnew(element);
  reloadMedia(element);
}

/** Puts a frame back in its place anew: it begins with a new document. */
export function putAnew(element: Element): void {
  if (element.matches("iframe,object,embed")) {
    // By the element's own method: a form around it may name an input `insertBefore`.
    element.before(element);
  }
}

/** A media element looks at changed addresses only when told. */
export function reloadMedia(element: Element): void {
  (element.closest("video,audio") as HTMLMediaElement | null)?.load();
}
