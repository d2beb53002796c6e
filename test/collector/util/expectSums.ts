import { expect } from "vitest";
import type { Store } from "../../../src/collector/store/store.ts";

const NOTICE = "ab".repeat(32);

/** Fills the statistics of 420 days, sets them anew, and expects a banner's sums from many days on to be those of its days. */
export async function expectSums(store: Store): Promise<void> {
  const first = Date.parse("2025-10-25T00:00:00Z");
  const day = (i: number) => new Date(first + i * 86_400_000).toISOString().slice(0, 10);
  const counts = Array.from({ length: 420 }, (_, i) => ({
    day: day(i),
    site: i % 3 ? "shop.example" : "other.example",
    notice: i % 7 ? NOTICE : "",
    name: i % 2 ? "yes:performance" : "event:given",
    n: 1 + (i % 11),
  }));
  await store.putCounts(counts.toReversed());
  await store.putCounts(counts.map((count) => ({ ...count, n: count.n + 1 })));
  for (const since of [0, 1, 6, 7, 30, 67, 68, 100, 190, 365, 419, 420].map(day)) {
    for (const site of ["", "shop.example"]) {
      const wanted = new Map<string, number>();
      for (const count of counts) {
        const isIn = count.notice && count.day >= since && (!site || count.site == site);
        if (isIn) wanted.set(count.name, (wanted.get(count.name) ?? 0) + count.n + 1);
      }
      const expected = [...wanted.keys()].toSorted().map((name) => ({ name, n: wanted.get(name) }));
      expect(await store.bannerSums(NOTICE, since, site), `${since} ${site}`).toEqual(expected);
    }
  }
}
