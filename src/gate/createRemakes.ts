/** So long, in milliseconds, a router may take at the least to make the scripts of a new page again. */
const RECENT_MS = 1000;

/**
 * Finds scripts that are made again: a router that puts a page in place as text, whose scripts do not run, replaces each of
 * them by an equal one (Swup's scripts plugin). One that has just run here does not run again for that.
 *
 * @returns whether the script that is about to run, for a held one, is such a one. Watches the page for a moment
 */
export function createRemakes(
  window: Window & typeof globalThis,
): (fresh: HTMLScriptElement, held: Element) => boolean {
  /** What a held script was when it ran. */
  const ran = new WeakMap<Node, string>();
  /** What took the place of another element in one step. */
  const heirs = new WeakMap<Node, Node>();
  /** Whether the page is watched, and whether a script ran since that was asked last. */
  let isWatching = false;
  let isRecent = false;
  const keep = (records: readonly MutationRecord[]): void => {
    for (const { removedNodes, addedNodes } of records) {
      if (removedNodes.length == 1 && addedNodes.length == 1) {
        heirs.set(addedNodes[0]!, removedNodes[0]!);
      }
    }
  };
  const observer = new MutationObserver(keep);
  /** One timer for however many scripts. */
  const wait = (): void => {
    isRecent = false;
    setTimeout(() => {
      if (isRecent) return wait();
      observer.disconnect();
      isWatching = false;
    }, RECENT_MS);
  };
  return ({ type, src, text }, held) => {
    const key = [type, src, text].join();
    keep(observer.takeRecords());
    ran.set(held, key);
    const before = heirs.get(held);
    isRecent = true;
    if (!isWatching) {
      isWatching = true;
      observer.observe(window.document, { childList: true, subtree: true });
      wait();
    }
    return !!before && ran.get(before) == key;
  };
}
