import { isInert, scriptUrl } from "../gate/item.ts";
import { makeScript, runBefore } from "../gate/makeScript.ts";
import { laneOf } from "../gate/scriptQueue.ts";

/** After this many milliseconds whatever still waits is handed over. */
const PATIENCE = 10_000;

/**
 * Releases the permitted scripts that are plain: blocking ones in document order, deferred ones when
 * the page is parsed, asynchronous ones at once. All else is left to the gate, and so is everything
 * from a script on that has to keep its place and is not plain.
 *
 * Yields to the gate (`consentry:ready`) when nothing of its own is on the way: the order of scripts
 * has one keeper at a time. Gives up where the choice changed or anything fails; markup that takes
 * the place of a method of `document` is such a failure.
 *
 * The page's scripts stay where they are, inert; what runs is a copy.
 *
 * @param isCurrent whether the stored choice still is the one that was read
 * @param early what is taken here, so that the gate leaves it alone
 * @param nonce CSP nonce of the head's own script, which the page's must carry too, or empty
 */
export function releaseEarly(
  permits: (ids: string) => boolean,
  isCurrent: () => boolean,
  early: WeakSet<Element>,
  nonce: string,
): void {
  const waiting = new Set<HTMLScriptElement>();
  /** External scripts on the way that others wait for, with what they stand for. */
  const running = new Map<HTMLScriptElement, HTMLScriptElement>();
  let over = false;
  let loading = document.readyState == "loading";
  let stuck = false;
  let taken = false;
  /** To ask takes a while: once, as long as nothing runs that may have decided. */
  let current: boolean | undefined;

  /** Stops looking, and hands back what has not run, as it was. */
  const end = (): void => {
    over = true; // Its listeners may stay: they do nothing more.
    observer.disconnect();
    for (const held of waiting) {
      early.delete(held);
      held.replaceWith(held); // News for code that watches the page.
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
    } else current = undefined; // It runs now.
    runBefore(held, fresh);
  };

  const pump = (news: unknown): void => {
    if (over) return;
    taken ||= (news as Event).type == "consentry:ready";
    loading &&= (news as Event).type != "readystatechange";
    try {
      current = undefined;
      // Takes what it can, in document order.
      for (const held of document.querySelectorAll<HTMLScriptElement>(
        "script[type][data-consent]:not([data-after],[data-consent-ignore] *)",
      )) {
        if (
          early.has(held) ||
          !isInert(held) ||
          !permits(held.dataset["consent"]!) ||
          (nonce && held.nonce != nonce)
        )
          continue;
        // The parser may still be adding text: nothing follows the element yet.
        let node: Node | null = held;
        while (node && !node.nextSibling) node = node.parentNode;
        // Nothing may be written into a page that is being parsed.
        stuck ||= held.matches("[data-run]") || /\bwrite/.test(held.textContent!);
        if (stuck || (loading && !node && !scriptUrl(held))) break;
        early.add(held);
        waiting.add(held);
      }
      let blocked = false; // Nothing blocks an asynchronous one: they come first.
      for (const lane of [2, 0, 1]) {
        if (lane == 1 && (blocked || loading)) break;
        for (const held of waiting) {
          if (laneOf(held) != lane) continue;
          blocked ||= lane < 2 && running.size > 0 && !scriptUrl(held);
          if (blocked || !(current ??= isCurrent())) continue;
          start(held, lane < 2);
        }
      }
      if (waiting.size || running.size) {
        if (current ?? isCurrent()) return;
        // Withdrawn: a script on its way is stopped by moving it into another document.
        for (const [fresh, held] of running) {
          new Document().adoptNode(fresh);
          waiting.add(held);
        }
      } else if (!taken) return;
    } catch {
      // A sink refused it (Trusted Types), or the page is stranger than we think.
    }
    end();
  };

  const observer = new MutationObserver(pump);
  setTimeout(end, PATIENCE);
  // The same node that the gate watches, and before it: so the head hears of each script first.
  observer.observe(document, { childList: true, subtree: true });
  // No markup takes the place of the window's own methods; events of the document pass it first.
  for (const type of ["readystatechange", "consentry:ready", "consentry:change"]) {
    addEventListener(type, pump, true);
  }
  pump([]);
}
