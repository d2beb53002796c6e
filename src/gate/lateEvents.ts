/** A script begins; gives the call for its end. */
export type LateEvents = (script: Element) => () => void;

/** A listener that came too late for its event. */
interface Missed {
  target: EventTarget;
  type: string;
  listener: unknown;
  /** Absent where the page sets it as a property: that is none of its listeners. */
  capture?: boolean;
  signal?: AbortSignal | undefined;
}

/**
 * Scripts written for the first page load wait for `DOMContentLoaded` or `load`; released after a choice they come too
 * late. A listener that a released script adds for an event that has passed is called once, soon, unless it is removed
 * or its signal aborted till then. Opt out with `data-late="off"` on the script.
 *
 * Patches nothing until the first script, and takes the patch away after the last.
 *
 * @param caller the released script whose code runs now
 * @param as runs something as that script
 */
export function createLateEvents(
  window: Window,
  readyState: () => DocumentReadyState,
  caller: () => Element | undefined,
  as: (script: Element, run: () => void) => void,
): LateEvents {
  const targets: EventTarget[] = [window, window.document];
  const missed = new Set<Missed>();
  let inside = 0;
  let patched = false;
  /** Scripts that ended since the end of the patch was asked for. */
  let ended = 0;
  let onload: unknown;

  const passed = (type: string): boolean =>
    (type == "load" && readyState() == "complete") ||
    (type == "DOMContentLoaded" && readyState() != "loading");

  const find = (like: Omit<Missed, "signal">): Missed | undefined =>
    [...missed].find(
      ({ target, type, listener, capture }) =>
        target == like.target &&
        type == like.type &&
        listener == like.listener &&
        capture == like.capture,
    );

  const call = (script: Element, one: Missed): void => {
    const { target, type, listener, signal } = one;
    if (signal?.aborted || find(one)) return;
    missed.add(one);
    setTimeout(() => {
      const counts = missed.delete(one) && !signal?.aborted;
      restore();
      if (!counts) return;
      const event = new Event(type);
      as(script, () => {
        if (typeof listener == "function") listener.call(target, event);
        else (listener as EventListenerObject | null)?.handleEvent(event);
      });
    });
  };

  const restore = (): void => {
    ended = 0;
    if (inside) return;
    if (patched) for (const target of targets) Reflect.deleteProperty(target, "addEventListener");
    patched = false;
    if (missed.size) return; // They may still be removed.
    for (const target of targets) Reflect.deleteProperty(target, "removeEventListener");
  };

  const patch = (target: EventTarget): void => {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    target.addEventListener = (type, listener, options) => {
      const script = passed(type) && caller();
      if (!script || script.getAttribute("data-late") == "off") return add(type, listener, options);
      const { capture = false, signal } = asObject(options) as AddEventListenerOptions;
      return call(script, { target, type, listener, capture, signal });
    };
    target.removeEventListener = (type, listener, options) => {
      const { capture = false } = asObject(options);
      const one = find({ target, type, listener, capture });
      if (one) missed.delete(one);
      remove(type, listener, options);
    };
  };

  return (script) => {
    if (script.getAttribute("data-late") == "off") return () => {};
    if (!inside++) onload = window.onload;
    if (!patched) {
      patched = true;
      for (const target of targets) {
        try {
          patch(target);
        } catch {
          // Markup bears the name (`document` only): no one can listen there, and the script still runs.
        }
      }
    }
    return () => {
      if (window.onload != onload && passed("load")) {
        onload = window.onload;
        call(script, { target: window, type: "load", listener: onload });
      }
      // Once for all scripts that run in one go.
      if (!--inside && !ended++) queueMicrotask(restore);
    };
  };
}

function asObject(options: boolean | EventListenerOptions | undefined): EventListenerOptions {
  return typeof options == "object" && options ? options : { capture: !!options };
}
