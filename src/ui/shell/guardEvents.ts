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

const TYPES = [
  ...["click", "pointerdown", "pointerup", "mousedown", "touchstart"],
  ...["focusin", "keydown", "keyup", "keypress", "beforeinput"],
  // A page that scrolls by script (Lenis, fullPage.js) would scroll itself, and not the settings.
  ...["wheel", "touchmove"],
];
/** So long a finger may rest for a press to be a tap, and so long a click may take to follow it, in milliseconds. */
const CLICK_MS = 500;

/** Has elements of ours do something when they are clicked. */
export interface Guard {
  _press: <Pressed extends Element>(pressed: Pressed, call: (event: Event) => void) => Pressed;
  /** Has what stands do what its twin, which is in no page, was made to do. */
  _follow(twin: Element, stands: Element): void;
  /** Listens, also where it did before: `document.open` takes all listeners of a page away. */
  _listen(): void;
}

/**
 * Hears what is done with the UI before any script of the page does, and lets none of it through: the focus trap of a
 * page's own modal swallows clicks outside of that at the document, and the banner would be in sight and dead. One that
 * swallows them at the window, before us, leaves the pointer that goes down and up on a button: that is pressed then.
 */
export function guardEvents(
  { listen, document }: UiHost,
  { _element: element }: Shell,
  { _onReach: onReach, _onPage: onPage, signal }: Guarded,
): Guard {
  const calls = new WeakMap<EventTarget, (event: Event) => void>();
  /** What a pointer went down on, and when. */
  let from: EventTarget | undefined;
  let since = 0;
  let missed: ReturnType<typeof setTimeout> | undefined;
  const press = (path: readonly EventTarget[], event: Event): void => {
    for (const target of path) calls.get(target)?.(event);
  };
  const hear = (event: Event): void => {
    const { type, timeStamp } = event;
    const path = event.composedPath();
    if (!path.includes(element)) return onPage(event, path);
    event.stopImmediatePropagation();
    if (type == "click") {
      clearTimeout(missed);
      return press(path, event);
    }
    if (type == "pointerdown") [from, since] = [path[0], timeStamp];
    const isTap =
      path[0] == from && timeStamp - since < CLICK_MS && !(event as PointerEvent).button;
    if (type == "pointerup" && isTap) missed = setTimeout(press, CLICK_MS, path, event);
    onReach(event);
  };
  const begin = (): void => {
    for (const type of TYPES) listen(document.defaultView!, type, hear, { signal, passive: true });
  };
  begin();
  listen(element, "pointerenter", onReach, { signal });
  return {
    _listen: begin,
    _press(pressed, call) {
      calls.set(pressed, call);
      return pressed;
    },
    _follow(twin, stands) {
      const all = stands.querySelectorAll("*");
      twin.querySelectorAll("*").forEach((one, index) => {
        const call = calls.get(one);
        if (call) calls.set(all[index]!, call);
      });
    },
  };
}
