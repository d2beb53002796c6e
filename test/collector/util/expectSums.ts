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

/** Adds sightings twice, and expects them by days and site, most first. */
export async function expectSightings(store: Store): Promise<void> {
  const line = {
    release: "r1",
    service: "hotjar",
    kind: "script",
    what: "static.hotjar.com",
    page: "/",
  };
  const lines = [
    { ...line, day: "2026-11-28", site: "shop.example", n: 1 },
    { ...line, day: "2026-11-29", site: "shop.example", n: 2 },
    { ...line, day: "2026-11-29", site: "other.example", service: "", n: 5 },
  ];
  await store.addSightings(lines);
  await store.addSightings(lines.slice(1));
  const wanted = [10, 4, 1].map((n, i) => ({ ...lines.toReversed()[i], n }));
  expect(await store.sightings("2026-11-28", "2026-11-29", "", 9)).toEqual(wanted);
  expect(await store.sightings("2026-11-29", "2026-11-29", "shop.example", 9)).toEqual([wanted[1]]);
  expect(await store.sightings("2026-11-28", "2026-11-29", "", 1)).toEqual([wanted[0]]);
}
