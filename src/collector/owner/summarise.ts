import type { Store } from "../store/store.ts";

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
  /** Hex hash; empty for records whose banner text is not known; `other` for what was too many in a day. */
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
}

const CATEGORIES = 20; // shown
const BANNERS = 20; // shown
const STEP = 31; // days read at a time

const none = (): Record<Kind, number> => ({ accepted: 0, refused: 0, withdrawn: 0, ended: 0 });

type Sums = Pick<Store, "sums" | "banners" | "bannerSums">;

/**
 * Adds up the statistics of some days; `site` narrows it down, empty for all. The database adds and cuts; between
 * two looks at it the others are answered.
 */
export async function summarise(
  store: Sums,
  days: readonly string[],
  site: string,
): Promise<Summary> {
  const [first = ""] = days;
  const byDay = new Map(days.map((day) => [day, none()]));
  const total = none();
  const categories = new Map<string, Share>();
  for (let start = 0; start < days.length; start += STEP) {
    const last = days[Math.min(start + STEP, days.length) - 1]!;
    for (const { day, name, n } of await store.sums(days[start]!, last, site)) {
      const kind = addUp(categories, name, n);
      const here = byDay.get(day);
      if (!kind || !here) continue;
      here[kind] += n;
      total[kind] += n;
    }
    await breathe();
  }
  const banners: Banner[] = [];
  for (const { notice, firstDay, lastDay } of await store.banners(first, site, BANNERS)) {
    const banner: Banner = {
      notice,
      // Of the period that is looked at.
      firstDay: firstDay < first ? first : firstDay,
      lastDay,
      decisions: 0,
      categories: new Map(),
    };
    for (const { name, n } of await store.bannerSums(notice, first, site)) {
      if (addUp(banner.categories, name, n)) banner.decisions += n;
    }
    // What was counted as not known, and became known, leaves a line of zeros.
    if (banner.decisions > 0) banners.push(banner);
    await breathe();
  }
  // Junk can name any category: the ones that are really asked about come first.
  const answers = ({ yes, no }: Share) => yes + no;
  const sorted = [...categories].toSorted((a, b) => answers(b[1]) - answers(a[1]));
  return {
    days: Array.from(byDay, ([day, counts]) => ({ day, counts })),
    total,
    categories: new Map(sorted.slice(0, CATEGORIES)),
    banners,
  };
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Adds a line to the shares, or says what kind of decision it counts. */
function addUp(shares: Map<string, Share>, name: string, n: number): Kind | null {
  const [what, id] = name.split(":");
  if (id == null) return null; // How much was new that day: no decision.
  if (what == "event") return Object.hasOwn(KIND_OF, id) ? KIND_OF[id]! : "ended";
  if (id != "necessary") add(shares, id, what == "yes", n);
  return null;
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
