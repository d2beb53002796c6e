import { attempt } from "../../lib/attempt.ts";

/**
 * Lifts a layer into the browser's top layer: above any `z-index` of the page. A dialog makes the
 * rest of the page inert. Does nothing for a layer that is there already.
 */
export function toTopLayer(layer: HTMLElement): void {
  // It is there already, or the browser has no popovers (Safari before 17): `z-index` has to do.
  attempt(() => {
    if (layer.localName != "dialog") layer.showPopover();
    else if (!layer.matches(":modal")) {
      // Moved in the page, it is still `open`, but no longer modal.
      layer.removeAttribute("open");
      (layer as HTMLDialogElement).showModal();
    }
  });
}
