import type { SightingCount } from "../store/sighting.ts";
import type { Store } from "../store/store.ts";

/** What the leak monitor sees: of a declared service that was not permitted, or of what is declared nowhere. */
export const VERDICTS = ["leak", "stranger"] as const;
type Verdict = (typeof VERDICTS)[number];

/** One thing that left the pages of one release. */
export interface Leak extends Pick<SightingCount, "release" | "service" | "kind" | "what"> {
  verdict: Verdict;
  firstDay: string;
  lastDay: string;
  n: number;
  /** Paths of pages, most first. */
  pages: readonly string[];
}

/** What the owner's page of leaks shows. */
export interface LeakSummary {
  days: { day: string; counts: Record<Verdict, number> }[];
  total: Record<Verdict, number>;
  /** Releases, newest first, each with what it leaked, most first. */
  releases: { release: string; leaks: readonly Leak[] }[];
  sites: readonly string[];
}

const LINES = 20_000; // read at the most
const LEAKS = 50; // shown of a release
const PAGES = 3; // shown of a leak

/** Adds up what the monitor saw on some days; `site` narrows it down, empty for all. */
export async function sumLeaks(
  store: Pick<Store, "sightings">,
  days: readonly string[],
  site: string,
): Promise<LeakSummary> {
  const byDay = new Map(days.map((day) => [day, { leak: 0, stranger: 0 }]));
  const total = { leak: 0, stranger: 0 };
  const releases = new Map<string, Map<string, Leak & { byPage: Map<string, number> }>>();
  const sites = new Set<string>();
  for (const line of await store.sightings(days[0]!, days.at(-1)!, site, LINES)) {
    const { day, release, service, kind, what, page, n } = line;
    const verdict = service ? "leak" : "stranger";
    byDay.get(day)![verdict] += n;
    total[verdict] += n;
    sites.add(line.site);
    const leaks =
      releases.get(release) ?? new Map<string, Leak & { byPage: Map<string, number> }>();
    releases.set(release, leaks);
    const key = `${service} ${kind} ${what}`;
    const leak = leaks.get(key) ?? {
      ...{ release, service, kind, what, verdict, firstDay: day, lastDay: day, n: 0 },
      pages: [],
      byPage: new Map<string, number>(),
    };
    leaks.set(key, leak);
    leak.n += n;
    if (day < leak.firstDay) leak.firstDay = day;
    if (day > leak.lastDay) leak.lastDay = day;
    leak.byPage.set(page, (leak.byPage.get(page) ?? 0) + n);
  }
  const lastDay = ({ leaks }: { leaks: readonly Leak[] }): string =>
    leaks.reduce((last, one) => (one.lastDay > last ? one.lastDay : last), "");
  return {
    days: Array.from(byDay, ([day, counts]) => ({ day, counts })),
    total,
    sites: [...sites].toSorted(),
    releases: Array.from(releases, ([release, leaks]) => ({
      release,
      leaks: [...leaks.values()]
        .toSorted((a, b) => b.n - a.n)
        .slice(0, LEAKS)
        .map(({ byPage, ...leak }) => ({
          ...leak,
          pages: [...byPage]
            .toSorted((a, b) => b[1] - a[1])
            .slice(0, PAGES)
            .map(([page]) => page),
        })),
    })).toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1)),
  };
}
