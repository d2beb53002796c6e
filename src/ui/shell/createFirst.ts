import { createBanner } from "../banner/createBanner.ts";
import type { Guard } from "./guardEvents.ts";
import { reopenButton } from "./reopenButton.ts";
import type { UiContext } from "./uiContext.ts";
import type { View } from "./views.ts";

/** The place of the first layer, or of the button that reopens the settings. */
export interface First {
  /** Draws what belongs to a view. */
  _draw(view: View): void;
  /** Where no view is open: the button comes and goes with the state and the page. */
  _refresh(view: View): void;
  /** The words of the first layer, also where it is not on show. */
  _words(): string;
}

export function createFirst(
  place: HTMLElement,
  context: UiContext,
  { _follow: follow }: Guard,
): First {
  const contentOf = (view: View): HTMLElement | "" =>
    view == "banner" ? createBanner(context) : view == "none" ? reopenButton(context) : "";
  /** What stands is what was made, as where it came with the HTML: it stays, with the focus that may be in it. */
  const takesOver = (made: HTMLElement, stands: HTMLElement): boolean => {
    made.toggleAttribute("open", stands.hasAttribute("open"));
    const isSame = stands.isEqualNode(made);
    if (isSame) follow(made, stands);
    return isSame;
  };
  return {
    _draw(view) {
      // The button stays where it is: someone may be pressing it.
      const stands = place.firstElementChild as HTMLElement | null;
      if (view == "none" && stands?.localName == "button") return;
      const made = contentOf(view);
      if (!made || !stands || !takesOver(made, stands)) place.replaceChildren(made);
      if (made) (place.firstElementChild as HTMLElement).onclose = () => context._leave();
    },
    _words: () => createBanner(context).textContent,
    _refresh(view) {
      if (view == "none" && !contentOf(view) != !place.firstElementChild) {
        place.replaceChildren(contentOf(view));
      }
    },
  };
}
