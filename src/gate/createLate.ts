import { createRemakes } from "./createRemakes.ts";
import { disarm } from "./disarm.ts";
import { createLateEvents } from "./lateEvents.ts";
import { createLateWrites } from "./lateWrites.ts";
import { DONE } from "./makeScript.ts";

/** For scripts that come late. */
export interface Late {
  /**
   * A released script is about to run: `fresh` is the one that runs, `held` the one that the page wrote. Gives the call for
   * when it has run or failed.
   */
  _begin(fresh: HTMLScriptElement, held: Element): () => void;
  /** Whether the file of a script that is not gated is there; if not, `then` is called when it is. */
  _hasCome(script: HTMLScriptElement, then: () => void): boolean;
}

/**
 * Lets a script that is released after a choice meet the page that its author expected, who thought of the first page load:
 * events that have passed reach it, and what it writes goes where it stands. No one else notices. Patches nothing until
 * the first script, and takes the patches away after the last.
 *
 * @param document out of reach of markup
 * @param patience milliseconds after which a script of others counts as there that nothing is known of: the browser's
 * record of files ends at 250, and pages empty it
 */
export function createLate(
  window: Window & typeof globalThis,
  document: Document,
  patience: number,
): Late {
  const running = new Set<HTMLScriptElement>();
  /** The released script whose code runs at this moment. */
  let acting: Element | undefined;
  const caller = (): Element | undefined => {
    const current = document.currentScript as HTMLScriptElement | null;
    // A script that a released one puts into the page runs as a part of it.
    return current && running.has(current) ? current : (acting ?? fileOf(running));
  };
  const as = (script: Element, run: () => void): void => {
    const before = acting;
    acting = script;
    try {
      run();
    } finally {
      acting = before;
    }
  };
  const events = createLateEvents(window, () => document.readyState, caller, as);
  const writes = createLateWrites(window, document, caller);
  const isMadeAnew = createRemakes(window);
  /** Scripts of others that came, or failed, since someone waits for them; and who waits. */
  const come = new WeakSet<Element>();
  const asked = new WeakMap<Element, Set<() => void>>();
  return {
    _begin(fresh, held) {
      // Copies that others brought back with what they stood for: of a snapshot, a page kept as text.
      // No other element is asked anything: inputs of a form may bear the names of its methods.
      for (let old; (old = held.previousElementSibling) instanceof HTMLScriptElement;) {
        if (old.type != DONE) break;
        old.remove();
      }
      const { type, src, text } = fresh;
      if (isMadeAnew(held, type + src + text)) {
        setTimeout(disarm(fresh)); // The queue listens once this has returned.
        return () => {};
      }
      running.add(fresh);
      const endEvents = events(fresh);
      const endWrites = writes(fresh, held);
      const before = acting;
      // Its end comes in the same turn.
      if (!src && !type) acting = fresh;
      return () => {
        if (acting == fresh) acting = before;
        running.delete(fresh);
        endEvents();
        endWrites();
      };
    },
    _hasCome(script, then) {
      const { src } = script;
      if (!src || come.has(script) || performance.getEntriesByName(src).length) return true;
      const others = asked.get(script);
      if (others) others.add(then);
      else {
        const waiting = new Set([then]);
        asked.set(script, waiting);
        const tell = (): void => {
          come.add(script);
          for (const call of waiting) call();
        };
        for (const type of ["load", "error"]) script.addEventListener(type, tell, { once: true });
        setTimeout(tell, patience);
      }
      return false;
    },
  };
}

/**
 * While a module runs, or a script that a file puts into the page, no script that is known is the current one: the file's
 * address stands in the trace of the call, with the line behind it.
 */
function fileOf(running: ReadonlySet<HTMLScriptElement>): Element | undefined {
  const trace = new Error().stack ?? "";
  return [...running].find(({ src }) => src && trace.includes(`${src}:`));
}
