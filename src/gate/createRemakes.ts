import { whenCalm } from "./whenCalm.ts";

/** So long, in milliseconds, a router may take at the least to make the scripts of a new page again. */
const RECENT_MS = 1000;

/**
 * Finds scripts that are made again: a router that puts a page in place as text, whose scripts do not run, replaces each of
 * them by an equal one (Swup's scripts plugin). One that has just run here does not run again for that.
 *
 * @returns whether the script that is about to run for a held one is such a one; `key` is what equal ones have in common. Watches
 * the page for a moment
 */
export function createRemakes(
  window: Window & typeof globalThis,
): (held: Element, key: string) => boolean {
  /** What a held script was when it ran. */
  const ran = new WeakMap<Node, string>();
  /** All of them: only what equals one of these can be one made again, and only for that is the page asked at once. */
  const keys = new Set<string>();
  /** What took the place of another element in one step. */
  const heirs = new WeakMap<Node, Node>();
  const keep = (records: readonly MutationRecord[]): void => {
    for (const record of records) {
      if (record.removedNodes.length == 1 && record.addedNodes.length == 1) {
        heirs.set(record.addedNodes[0]!, record.removedNodes[0]!);
      }
    }
  };
  const observer = new MutationObserver(keep);
  const begins = whenCalm(() => observer.disconnect(), RECENT_MS);
  return (held, key) => {
    if (keys.has(key)) keep(observer.takeRecords());
    keys.add(key);
    ran.set(held, key);
    const before = heirs.get(held);
    if (begins()) observer.observe(window.document, { childList: true, subtree: true });
    return !!before && ran.get(before) == key;
  };
}
