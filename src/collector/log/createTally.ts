import { bannerKey, type Count, type Seen, type Sums } from "../store/store.ts";

/** What a record says, as far as the statistics go. */
export interface Counted {
  site: string;
  event: string;
  categories: Readonly<Record<string, boolean>>;
}

/** Adds up what a batch means for the statistics. */
export interface Tally {
  /** Counts a record under a banner (hex hash, or empty where its text is not known). */
  add(record: Counted, notice: string): void;
  /** The text of a banner has come: what was counted as not known today belongs to it. */
  move(record: Counted, notice: string): void;
  /** One more new notice of a site; false where it had its share today. */
  takeNotice(site: string, most: number): boolean;
  sums(): Sums;
}

/** Banners of a site that are counted apart in a day, and categories of each. The rest is `other`. */
const BANNERS = 200;
const NAMES = 80; // 40 categories, yes and no

/** Names in `daily` of how much is new today; without a colon, so that they are no category's. */
const NEW_BANNER = "banner";
const NEW_NOTICE = "notice";
const OTHER = "other";

/**
 * Makes the tally of one batch. Strangers can name any category and any banner; a day can still have only so
 * many lines: what is there stays, what is new is let in up to a limit, and beyond it everything is summed
 * as `other`.
 */
export function createTally(seen: Pick<Seen, "tally" | "daily">, day: string): Tally {
  const names = new Map<string, Set<string>>();
  const counts = new Map<string, Count>();
  const daily = new Map<string, Omit<Count, "notice">>();

  /** The names counted so far: of a banner on a site, or of a whole site. */
  const namesOf = (key: string, seenNames?: Iterable<string>): Set<string> => {
    const found = names.get(key) ?? new Set(seenNames);
    names.set(key, found);
    return found;
  };
  const soFar = (site: string, name: string) =>
    (seen.daily.get(site)?.get(name) ?? 0) + (daily.get(`${site} ${name}`)?.n ?? 0);
  const addDaily = (site: string, name: string, n: number) => {
    const key = `${site} ${name}`;
    daily.set(key, { day, site, name, n: (daily.get(key)?.n ?? 0) + n });
  };
  const addCount = (site: string, notice: string, name: string, n: number) => {
    const key = `${bannerKey({ site, notice })} ${name}`;
    counts.set(key, { day, site, notice, name, n: (counts.get(key)?.n ?? 0) + n });
  };
  /** The banner under which a decision is counted. */
  const bannerOf = (site: string, notice: string): string => {
    if (!notice) return "";
    const key = bannerKey({ site, notice });
    if (names.has(key) || seen.tally.get(key)?.size) return notice;
    if (soFar(site, NEW_BANNER) >= BANNERS) return OTHER;
    addDaily(site, NEW_BANNER, 1);
    return notice;
  };
  const bound = (known: Set<string>, name: string): string => {
    if (known.has(name) || name.startsWith("event:")) return name;
    if (known.size >= NAMES + 7) return `${name.slice(0, name.indexOf(":"))}:${OTHER}`;
    known.add(name);
    return name;
  };
  const count = (site: string, notice: string, wanted: readonly string[], n: number) => {
    const key = bannerKey({ site, notice });
    const known = namesOf(key, seen.tally.get(key));
    for (const name of wanted) addCount(site, notice, bound(known, name), n);
  };

  return {
    add({ site, event, categories }, notice) {
      const wanted = namesIn(event, categories);
      count(site, bannerOf(site, notice), wanted, 1);
      const known = namesOf(site, seen.daily.get(site)?.keys());
      for (const name of wanted) addDaily(site, bound(known, name), 1);
    },
    move({ site, event, categories }, notice) {
      const wanted = namesIn(event, categories);
      count(site, "", wanted, -1);
      count(site, bannerOf(site, notice), wanted, 1);
    },
    takeNotice(site, most) {
      if (soFar(site, NEW_NOTICE) >= most) return false;
      addDaily(site, NEW_NOTICE, 1);
      return true;
    },
    // One order everywhere: two writers that touch the same rows must not wait for each other.
    sums: () => ({ counts: inOrder(counts), daily: inOrder(daily) }),
  };
}

function namesIn(event: string, categories: Readonly<Record<string, boolean>>): string[] {
  const answers = Object.entries(categories).map(([id, yes]) => `${yes ? "yes" : "no"}:${id}`);
  return [`event:${event}`, ...answers];
}

function inOrder<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map.keys()].toSorted().map((key) => map.get(key)!);
}
