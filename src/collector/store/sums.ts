import { bannerKey, type Count, type Sums } from "./store.ts";

/** From when to when lines of the statistics name each banner on each site. */
export function bannersOf(
  counts: readonly Count[],
): { notice: string; site: string; first: string; last: string }[] {
  const banners = new Map<string, { notice: string; site: string; first: string; last: string }>();
  for (const { notice, site, day } of counts) {
    const key = bannerKey({ site, notice });
    const { first = day, last = day } = banners.get(key) ?? {};
    banners.set(key, {
      notice,
      site,
      first: day < first ? day : first,
      last: day > last ? day : last,
    });
  }
  return [...banners.values()].toSorted((a, b) => (bannerKey(a) < bannerKey(b) ? -1 : 1));
}

/** A part of the statistics over several days. */
export type SpanCount = Omit<Count, "day"> & { span: string };

/**
 * The same lines by month (`m2026-11`) and by tens of days (`t2026-11-2` is the 20th to the 29th). A year of a banner
 * is then added up from a dozen months and a few odd days, however busy its days were.
 */
export function spansOf(counts: readonly Count[]): SpanCount[] {
  const spans = new Map<string, SpanCount>();
  for (const { day, site, notice, name, n } of counts) {
    for (const span of [`m${day.slice(0, 7)}`, `t${day.slice(0, 9)}`]) {
      const key = [notice, span, site, name].join(" ");
      spans.set(key, { span, site, notice, name, n: (spans.get(key)?.n ?? 0) + n });
    }
  }
  // One order everywhere: two writers that touch the same rows must not wait for each other.
  return [...spans.keys()].toSorted().map((key) => spans.get(key)!);
}

/** What is missing so that lines of the statistics have these figures, and the sums over them. */
export function missing(counts: readonly Count[], kept: (count: Count) => number): Sums {
  const lacking = counts.map((count) => ({ ...count, n: count.n - kept(count) }));
  const daily = new Map<string, Omit<Count, "notice">>();
  for (const { day, site, name, n } of lacking) {
    const key = `${day} ${site} ${name}`;
    daily.set(key, { day, site, name, n: (daily.get(key)?.n ?? 0) + n });
  }
  return {
    counts: lacking.filter(({ n }) => n),
    daily: [...daily.keys()]
      .toSorted()
      .map((key) => daily.get(key)!)
      .filter(({ n }) => n),
  };
}
