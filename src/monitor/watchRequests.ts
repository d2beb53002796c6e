/** The browser keeps 250 requests for who asks later. From here on each is waited for. */
const KEPT = 150;

/**
 * Sees a document's requests, each once. To be called for each costs a page more than what is done with it: so after a call
 * the observer rests, until `resume` reads the rest from the browser's own list. Where that list is nearly full, or the page
 * empties it, each is waited for.
 *
 * @param see is given the address of each, and what asked for it
 * @param wake called where `resume` should follow
 */
export function watchRequests(
  { performance, PerformanceObserver }: Window & typeof globalThis,
  see: (address: string, kind: string) => void,
  wake: () => void,
): { resume(): void; stop(): void } {
  const seen = new Set<PerformanceEntry>();
  let room = KEPT;
  let isResting = false;
  const take = (entries: PerformanceEntryList): void => {
    for (const entry of entries) {
      if (seen.has(entry)) continue;
      if (seen.size < room) seen.add(entry);
      see(entry.name, (entry as PerformanceResourceTiming).initiatorType);
    }
  };
  const observer = new PerformanceObserver((list) => {
    take(list.getEntries());
    isResting = seen.size < room;
    if (isResting) observer.disconnect();
    wake();
  });
  const type = "resource";
  observer.observe({ type, buffered: true });
  return {
    resume() {
      if (!isResting) return;
      isResting = false;
      const entries = performance.getEntriesByType(type);
      if (entries.length < seen.size) room = 0;
      take(entries);
      observer.observe({ type });
    },
    stop: () => observer.disconnect(),
  };
}
