/**
 * A released script is about to run. Gives the call for when it has run or failed.
 *
 * Scripts written for the first page load wait for `DOMContentLoaded` or `load`; released after a
 * choice they come too late. While such scripts are starting, a listener for an event that has
 * passed is called once, soon. Opt out with `data-late="off"` on the script.
 */
export type LateEvents = (script: Element) => (() => void) | undefined;

/** Patches nothing until the first script, and takes the patch away after the last. */
export function createLateEvents(window: Window, readyState: () => DocumentReadyState): LateEvents {
  const targets: EventTarget[] = [window, window.document];
  let inside = 0;
  let patched = false;
  let onload: unknown;

  const passed = (type: string): boolean =>
    (type == "load" && readyState() == "complete") ||
    (type == "DOMContentLoaded" && readyState() != "loading");

  const call = (target: EventTarget, type: string, listener: unknown): void => {
    setTimeout(() => {
      const event = new Event(type);
      if (typeof listener == "function") listener.call(target, event);
      else (listener as EventListenerObject | null)?.handleEvent(event);
    });
  };

  const restore = (): void => {
    if (inside) return;
    patched = false;
    for (const target of targets) Reflect.deleteProperty(target, "addEventListener");
  };

  return (script) => {
    if (script.getAttribute("data-late") == "off") return undefined;
    if (!inside++) onload = window.onload;
    if (!patched) {
      patched = true;
      for (const target of targets) {
        try {
          const add = target.addEventListener.bind(target);
          target.addEventListener = (type, listener, options) =>
            inside && passed(type) ? call(target, type, listener) : add(type, listener, options);
        } catch {
          // Markup bears the name (`document` only): nobody can listen there, and the script still runs.
        }
      }
    }
    return () => {
      if (window.onload != onload && passed("load")) {
        onload = window.onload;
        call(window, "load", onload);
      }
      // Once for all scripts that run in one go.
      if (!--inside) queueMicrotask(restore);
    };
  };
}
