import { ADDRESSES } from "./addresses.ts";
import { heldAddress } from "./heldAddress.ts";
import { isFetchable } from "./isFetchable.ts";
import { isOnScreen } from "./isOnScreen.ts";
import type { Trust } from "./trustedPolicy.ts";

/** What a frame may do whose text waited under `data-`, unless its `sandbox` says so itself: sanitizers let that text pass. */
const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

/** What looks at its addresses as it is put into the page: a preload at `imagesrcset` then alone (Chromium 156). */
const ANEW = "iframe,object,embed,link";

/** Lets the browser fetch what the element names. URL parameters are kept as written. */
export function releaseEmbed(element: Element, trust: Trust): void {
  const names = Object.keys(ADDRESSES).filter((name) => {
    const value = heldAddress(element, name);
    return (
      value != null &&
      element.getAttribute(name) != value &&
      element.matches(ADDRESSES[name]!) &&
      (name == "srcdoc" || isFetchable(value))
    );
  });
  if (!names.length) return;
  const refetches = refetchesLate && element.matches("iframe");
  // What is on the screen is fetched at once, late or not.
  const staysLate = refetches && isOnScreen(element);
  (staysLate ? loadLate : loadAsWritten)(element);
  // It is inserted again, with its address. Back loads what a frame of the parser's showed last, also where it is blocked
  // by then, but not what one of a script did. And Chromium 156 loses an address that is set in the microtask after the
  // parser inserted the frame, Firefox 153 one that is set on a late frame.
  const place = element.matches(ANEW) && document.createComment("");
  if (place) element.replaceWith(place);
  // The browser would show this empty text, and not what waited.
  if (!element.getAttribute("srcdoc")) element.removeAttribute("srcdoc");
  // `embed` and `object` run what they load: their addresses are script sinks (Trusted Types 4.1).
  const isSink = element.matches("object,embed");
  try {
    for (const name of names) {
      const value = heldAddress(element, name)!;
      const isText = name == "srcdoc";
      if (isText && !element.hasAttribute("sandbox")) element.setAttribute("sandbox", SANDBOX);
      element.setAttribute(
        name,
        isText ? trust("createHTML", value) : isSink ? trust("createScriptURL", value) : value,
      );
    }
  } finally {
    // Also where the page's policy takes nothing from us.
    if (place) place.replaceWith(element);
  }
  reloadMedia(element);
  if (!refetches) element.addEventListener("load", () => loadLate(element), { once: true });
}

/** Firefox (153) fetches a frame again that is to load late and then seen, though it is there already. */
const refetchesLate = "mozInnerScreenX" in globalThis;

/** What we have made to load late. */
const late = new WeakSet<Element>();

/**
 * Makes a frame or picture wait for the next frame that is drawn before it fetches: whatever address another script
 * gives it, or a copy of it brings back, the gate looks at it first.
 */
export function loadLate(element: Element): void {
  if (!element.matches("iframe,img") || element.getAttribute("loading") == "lazy") return;
  late.add(element);
  element.setAttribute("loading", "lazy");
}

/** Lets it load as its owner wrote. */
export function loadAsWritten(element: Element): void {
  if (late.delete(element)) element.removeAttribute("loading");
}

/** Whether it came so: a copy of one that had been released. */
export function wasLate(element: Element): boolean {
  return element.getAttribute("loading") == "lazy" && !late.has(element);
}

/** Takes a frame out and puts it back: it begins with a new document. */
export function putAnew(element: Element): void {
  if (element.matches(ANEW)) {
    // By the element's own method: a form around it may name an input `insertBefore`.
    element.before(element);
  }
}

/** A media element looks at changed addresses only when asked to. */
export function reloadMedia(element: Element): void {
  (element.closest("video,audio") as HTMLMediaElement | null)?.load();
}
