import type { UiHost } from "../../core/config/parts.ts";
import type { Shell } from "./createShell.ts";

/** What the guard tells. */
export interface Guarded {
  /** A pointer or key reached the UI. */
  _onReach(event: Event): void;
  /** Something else on the page was pressed or got the focus. */
  _onPage(event: Event, path: readonly EventTarget[]): void;
  signal: AbortSignal;
}

const TYPES = ["click", "pointerdown", "mousedown", "touchstart", "focusin", "keydown", "keyup"];

/**
 * Hears what is done with the UI before any script of the page does, and lets none of it through: the focus trap of a
 * page's own modal swallows clicks outside of that at the document, and the banner would be in sight and dead.
 *
 * @returns has an element of ours do something when it is clicked
 */
export function guardEvents(
  { listen, document }: UiHost,
  { _element: element }: Shell,
  { _onReach: onReach, _onPage: onPage, signal }: Guarded,
): <Pressed extends Element>(pressed: Pressed, call: (event: Event) => void) => Pressed {
  const calls = new WeakMap<EventTarget, (event: Event) => void>();
  const hear = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(element)) return onPage(event, path);
    event.stopImmediatePropagation();
    if (event.type != "click") return onReach(event);
    for (const target of path) calls.get(target)?.(event);
  };
  for (const type of TYPES) listen(document.defaultView!, type, hear, { signal, passive: true });
  listen(element, "pointerenter", onReach, { signal });
  return (pressed, call) => {
    calls.set(pressed, call);
    return pressed;
  };
}
