import type { Count } from "../store/store.ts";

/** Kinds of decisions as the owner sees them. */
export const KINDS = ["accepted", "refused", "withdrawn", "ended"] as const;
export type Kind = (typeof KINDS)[number];

const KIND_OF: Readonly<Record<string, Kind>> = {
  given: "accepted",
  renewed: "accepted",
  changed: "accepted",
  refused: "refused",
  withdrawn: "withdrawn",
  expired: "ended",
  invalidated: "ended",
};

/** Answers to one category. */
export interface Share {
  yes: number;
  no: number;
}

/** One wording of the banner and how it was answered. */
export interface Banner {
  /** Hex hash, or empty for records whose banner text is not known. */
  notice: string;
  firstDay: string;
  lastDay: string;
  decisions: number;
  categories: Map<string, Share>;
}

/** What the owner's page shows. */
export interface Summary {
  /** Every day of the period, oldest first. */
  days: { day: string; counts: Record<Kind, number> }[];
  total: Record<Kind, number>;
  categories: Map<string, Share>;
  /** Newest first. */
  banners: Banner[];
  sites: string[];
}

const MOST = 20; // categories shown

const none = (): Record<Kind, number> => ({ accepted: 0, refused: 0, withdrawn: 0, ended: 0 });

/** Adds up the statistics of some days; `site` narrows it down, empty for all. */
export function summarise(
  counts: readonly Count[],
  days: readonly string[],
  site: string,
): Summary {
  const byDay = new Map(days.map((day) => [day, none()]));
  const summary: Summary = {
    days: [],
    total: none(),
    categories: new Map(),
    banners: [],
    sites: [...new Set(counts.map((count) => count.site))].toSorted(),
  };
  const banners = new Map<string, Banner>();
  for (const { day, site: of, notice, name, n } of counts) {
    const here = byDay.get(day);
    if (!here || (site && of != site)) continue;
    const banner = banners.get(notice) ?? newBanner(notice, day);
    banners.set(notice, banner);
    if (day < banner.firstDay) banner.firstDay = day;
    if (day > banner.lastDay) banner.lastDay = day;
    const [what = "", id = ""] = name.split(":");
    if (what == "event") {
      const kind = Object.hasOwn(KIND_OF, id) ? KIND_OF[id]! : "ended";
      here[kind] += n;
      summary.total[kind] += n;
      banner.decisions += n;
    } else if (id != "necessary") {
      add(summary.categories, id, what == "yes", n);
      add(banner.categories, id, what == "yes", n);
    }
  }
  // Junk can name any category: the ones that are really asked about come first.
  const answers = ({ yes, no }: Share) => yes + no;
  const sorted = [...summary.categories].toSorted((a, b) => answers(b[1]) - answers(a[1]));
  summary.categories = new Map(sorted.slice(0, MOST));
  summary.days = Array.from(byDay, ([day, of]) => ({ day, counts: of }));
  summary.banners = [...banners.values()].toSorted((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
  return summary;
}

function newBanner(notice: string, day: string): Banner {
  return { notice, firstDay: day, lastDay: day, decisions: 0, categories: new Map() };
}

function add(shares: Map<string, Share>, id: string, yes: boolean, n: number): void {
  const share = shares.get(id) ?? { yes: 0, no: 0 };
  shares.set(id, share);
  share[yes ? "yes" : "no"] += n;
}

/** The last `count` days up to and including today, oldest first, as `YYYY-MM-DD` in UTC. */
export function lastDays(count: number, now: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    new Date(now - (count - 1 - i) * 86_400_000).toISOString().slice(0, 10),
  );
}
