import { scriptUrl } from "../gate/item.ts";
import { makeScript } from "../gate/makeScript.ts";
import { laneOf } from "../gate/scriptQueue.ts";

/** After this many milliseconds whatever still waits is handed over. */
const PATIENCE = 10_000;
/** The gate looks at `text/plain` alone: what waits for its turn here is not its business. */
const CLAIMED = "text/x-consentry";
const HELD = "text/plain";

/**
 * Releases the permitted scripts that are plain: blocking ones in document order, deferred ones when
 * the page is parsed, asynchronous ones at once. All else is left to the gate, and so is everything
 * from a script on that has to keep its place and is not plain.
 *
 * Yields to the gate (`consentry:ready`) when nothing of its own is on the way: the order of scripts
 * has one keeper at a time. Gives up where the choice changed or anything fails; markup that takes
 * the place of a method of `document` is such a failure.
 *
 * @param isCurrent whether the stored choice still is the one that was read
 * @param nonce CSP nonce for scripts that carry none, or empty
 */
export function releaseEarly(
  permits: (ids: string) => boolean,
  isCurrent: () => boolean,
  nonce: string,
): void {
  const waiting = new Set<HTMLScriptElement>();
  /** External scripts on the way that others wait for, with what they stand for. */
  const running = new Map<HTMLScriptElement, HTMLScriptElement>();
  let over = false;
  let loading = document.readyState == "loading";
  let stuck = false;
  let taken = false;

  /** Stops looking, and hands back what has not run, as it was. */
  const end = (): void => {
    over = true; // Its listeners may stay: they do nothing more.
    observer.disconnect();
    for (const held of waiting) {
      held.type = HELD;
      held.replaceWith(held); // News for whoever watches the page.
    }
  };

  const start = (held: HTMLScriptElement, ordered: boolean): void => {
    const fresh = makeScript(held, document, nonce);
    waiting.delete(held);
    fresh.async = !ordered;
    if (fresh.src) {
      running.set(fresh, held);
      fresh.onload = fresh.onerror = (event) => {
        running.delete(fresh);
        pump(event);
      };
    }
    held.replaceWith(fresh);
  };

  /** Takes what it can, in document order. */
  const claim = (): void => {
    for (const held of document.querySelectorAll<HTMLScriptElement>(
      `script[type="${HELD}"][data-consent]:not([data-after])`,
    )) {
      if (!permits(held.dataset["consent"]!)) continue;
      // The parser may still be adding text: nothing follows the element yet.
      let node: Node | null = held;
      while (node && !node.nextSibling) node = node.parentNode;
      stuck ||= held.matches("[data-run]");
      if (stuck || (loading && !node && !scriptUrl(held))) return;
      held.type = CLAIMED;
      waiting.add(held);
    }
  };

  const run = (): void => {
    let blocked = false;
    for (const lane of [2, 0, 1]) {
      if (lane == 1 && (blocked || loading)) return;
      for (const held of waiting) {
        if (laneOf(held) != lane) continue;
        blocked ||= lane < 2 && running.size > 0 && !scriptUrl(held);
        if ((lane < 2 && blocked) || !isCurrent()) continue;
        start(held, lane < 2);
      }
    }
  };

  const pump = (news: unknown): void => {
    if (over) return;
    const { type } = news as Partial<Event>;
    taken ||= type == "consentry:ready";
    loading &&= type != "readystatechange";
    try {
      if (isCurrent()) {
        claim();
        run();
      }
      if (isCurrent()) {
        if (!taken || waiting.size || running.size) return;
      } else {
        // Withdrawn: a script on its way is stopped by moving it into another document.
        for (const [fresh, held] of running) {
          fresh.replaceWith(held);
          new Document().adoptNode(fresh);
          waiting.add(held);
        }
      }
    } catch {
      // A sink refused it (Trusted Types), or the page is stranger than we think.
    }
    end();
  };

  const observer = new MutationObserver(pump);
  setTimeout(end, PATIENCE);
  // The same node that the gate watches, and before it: so the head hears of each script first.
  observer.observe(document.documentElement, { childList: true, subtree: true });
  // No markup takes the place of the window's own methods; events of the document pass it first.
  for (const type of ["readystatechange", "consentry:ready", "consentry:change"]) {
    addEventListener(type, pump, true);
  }
  pump([]);
}
