import { ADDRESSES } from "./addresses.ts";
import { heldAddress } from "./heldAddress.ts";
import { putAnew, reloadMedia, wasLate } from "./releaseEmbed.ts";

/**
 * Takes the addresses away again; a frame is taken out and put back, which ends its document. A picture of the site's
 * own that stands in for another one may stay.
 *
 * @returns whether anything was taken away, and whether it stood in the open: the browser may have fetched it already
 */
export function withholdEmbed(element: Element): { changed: boolean; open: boolean } {
  let open = false;
  let changed = false;
  for (const name in ADDRESSES) {
    const value = element.getAttribute(name);
    // An empty frame loads nothing, and many a loader begins with one.
    if (!value || value == "about:blank" || !element.matches(ADDRESSES[name]!)) continue;
    const plain = name.replace("xlink:", "");
    const held = heldAddress(element, plain);
    if (held != null && isPreview(element, value, held)) continue;
    if (held == null) element.setAttribute(`data-${plain}`, value);
    // A copy of what was released before brings both, and what it fetches late: no one wrote that.
    if (held == null || !wasLate(element)) open = true;
    element.removeAttribute(name);
    changed = true;
  }
  if (changed) {
    putAnew(element);
    reloadMedia(element);
  }
  return { changed, open };
}

function isPreview(element: Element, value: string, held: string): boolean {
  if (value == held || !element.matches("img,source,video")) return false;
  if (value.startsWith("data:image/")) return true;
  const { href, origin } = window.location;
  return URL.canParse(value, href) && new URL(value, href).origin == origin;
}
