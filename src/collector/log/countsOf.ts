import type { Count } from "../store/store.ts";
import type { RecordEntry } from "./entry.ts";

/** Adds up what a batch means for the statistics. `notice` is hex, or empty where it is not known. */
export function countsOf(
  logged: readonly { entry: RecordEntry; notice: string }[],
  now: number,
): Count[] {
  const day = new Date(now).toISOString().slice(0, 10);
  const sums = new Map<string, Count>();
  for (const { entry, notice } of logged) {
    const names = [`event:${entry.event}`];
    for (const [id, yes] of Object.entries(entry.categories)) {
      names.push(`${yes ? "yes" : "no"}:${id}`);
    }
    for (const name of names) {
      const key = `${entry.site} ${notice} ${name}`;
      const n = (sums.get(key)?.n ?? 0) + 1;
      sums.set(key, { day, site: entry.site, notice, name, n });
    }
  }
  // One order everywhere: two writers that touch the same rows must not wait for each other.
  return [...sums.keys()].toSorted().map((key) => sums.get(key)!);
}
