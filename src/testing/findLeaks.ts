import {
  CLEAN_UP,
  COOKIE,
  DATABASE,
  HOST_COOKIE,
  IMPORTED,
  LOG_PREFIX,
  OUTBOX,
  TOLD_CACHE,
} from "../core/config/names.ts";
import type { Medium, StorageItem } from "../core/config/service.ts";
import { matchesName } from "../lib/matchesName.ts";
import type { Site } from "./readSite.ts";
import type { Leak, SeenRequest, Snapshot, WatchOptions } from "./watch.ts";

/** What was seen, and what may be. */
export interface Evidence extends Pick<WatchOptions, "own" | "allow"> {
  requests: readonly SeenRequest[];
  stored: Snapshot;
  /** What lay there when the watch began. */
  before: Snapshot;
  /** Hosts of the site itself. */
  pages: readonly string[];
  site: Site | null;
  /** Ids of the services that may run. */
  permitted: readonly string[];
  /** Whether a decision was made: before it the library itself may keep nothing but an empty database. */
  decided: boolean;
}

/** One stored thing. */
interface Stored {
  medium: Medium;
  name: string;
  host: string;
}

/** The proof log; it may be opened, empty, when a visitor first reaches for the banner. */
const LOG: Omit<Stored, "host"> = { medium: "indexedDB", name: DATABASE };
/** The library's own, all that `core/config/names.ts` lists. */
const OURS: readonly Omit<Stored, "host">[] = [
  LOG,
  { medium: "cookie", name: COOKIE },
  { medium: "cookie", name: HOST_COOKIE },
  { medium: "localStorage", name: `${LOG_PREFIX}*` },
  { medium: "localStorage", name: OUTBOX },
  { medium: "localStorage", name: IMPORTED },
  { medium: "sessionStorage", name: CLEAN_UP },
  { medium: "cache", name: TOLD_CACHE },
];

/** What was requested or stored beyond the site's own hosts, what it allows, and who is permitted. */
export function findLeaks(evidence: Evidence): Leak[] {
  const { requests, stored, before, site, permitted, own = [], allow = {} } = evidence;
  const fits = (patterns: readonly string[] = [], name: string): boolean =>
    patterns.some((pattern) => matchesName(pattern, name));
  /** A shared host or name is in order as long as one of those who declare it is permitted. */
  const isPermitted = (ids: readonly string[]): boolean => ids.some((id) => permitted.includes(id));

  const asked = requests
    .filter(({ host, services }) => {
      if (evidence.pages.includes(host) || isPermitted(services)) return false;
      // A vendor on a subdomain of the site is still that vendor.
      return services.length > 0 || !(fits(own, host) || fits(allow.hosts, host));
    })
    .map(({ method, url, host, type, services, navigation }): Leak => ({
      kind: "request",
      name: `${method} ${url.split(/[?#]/)[0]}`.trim(),
      host,
      medium: type,
      services,
      navigation,
    }));

  const old = flat(before);
  const lies = flat(stored)
    .filter((item) => !(evidence.decided ? OURS : [LOG]).some((ours) => isOf(ours, item)))
    .filter(
      (item) =>
        !old.some(
          ({ medium, name, host }) =>
            medium == item.medium && name == item.name && host == item.host,
        ),
    )
    .filter(({ name }) => !fits(allow.storage, name))
    .map((item) => ({ ...item, services: declaredBy(site, item) }))
    .filter(({ services }) => !isPermitted(services))
    .map((item): Leak => ({ kind: "storage", navigation: 0, ...item }));
  return [...asked, ...lies];
}

/** Of what is stored, what a service declares and must be gone once it is not permitted. */
export function findRemains(stored: Snapshot, site: Site, id: string, permitted: string[]): Leak[] {
  const items = site.services.find((service) => service.id == id)?.storage ?? [];
  // `erase` of the library cannot reach the others, and says so.
  const erasable = items.filter((item) => !item.keep && !item.httpOnly && item.party != "third");
  return flat(stored)
    .filter((item) => erasable.some((declared) => isOf(declared, item)))
    .map((item) => ({ ...item, services: declaredBy(site, item) }))
    .filter(({ services }) => !services.some((other) => permitted.includes(other)))
    .map((item): Leak => ({ kind: "storage", navigation: 0, ...item }));
}

function declaredBy(site: Site | null, item: Stored): string[] {
  const services = site?.services ?? [];
  return services
    .filter(({ storage }) => storage.some((declared) => isOf(declared, item)))
    .map(({ id }) => id);
}

/** Whether a stored thing is what a declaration names. Some vendors percent-encode the names of their cookies. */
export function isOf(
  declared: Pick<StorageItem, "medium" | "name">,
  { medium, name }: { medium: string; name: string },
): boolean {
  if (declared.medium != medium) return false;
  if (matchesName(declared.name, name)) return true;
  try {
    return matchesName(declared.name, decodeURIComponent(name));
  } catch {
    return false; // Not an encoded name.
  }
}

function flat({ cookies, localStorage, sessionStorage, databases, caches }: Snapshot): Stored[] {
  const own = (medium: Medium, names: readonly string[]): Stored[] =>
    names.map((name) => ({ medium, name, host: "" }));
  return [
    ...cookies.map(({ name, host }): Stored => ({ medium: "cookie", name, host })),
    ...own("localStorage", localStorage),
    ...own("sessionStorage", sessionStorage),
    ...own("indexedDB", databases),
    ...own("cache", caches),
  ];
}
