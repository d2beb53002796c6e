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
