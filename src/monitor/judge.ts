import { matchesName } from "../lib/matchesName.ts";
import type { Watched } from "./watched.ts";

/** What one host or key is: of a permitted service or of the page itself (null), a leak, or a stranger. */
export type Verdict = { verdict: "leak" | "stranger"; service: string } | null;

/** The services that answer for something; null for what is the site's own. */
export type Owners = readonly Watched[] | null;

/** Finds the services that answer for a host: by name in a table, because a page may ask many hosts of many services. */
export function indexHosts(services: readonly Watched[]): (host: string) => readonly Watched[] {
  const table = new Map<string, readonly Watched[]>();
  const at = (host: string): readonly Watched[] => table.get(host) ?? [];
  for (const service of services) {
    for (const host of service.hosts) table.set(host, [...at(host), service]);
  }
  return (host) =>
    host
      .split(".")
      .flatMap((_part, index, parts) => at(index ? `*.${parts.slice(index).join(".")}` : host));
}

/** The services that answer for the name of a cookie or of a key in storage. */
export function ownersOfKey(name: string, services: readonly Watched[]): Owners {
  // Ours, and what comes before: a choice, and records that wait.
  if (/^(__Host-)?consentry\b/.test(name)) return null;
  return services.filter(({ keys }) => keys.some((key) => matchesName(key, name)));
}

/**
 * Judges what these services answer for. What a permitted one answers for is no leak, even where others answer for it too.
 *
 * @param permits Whether an id is permitted now.
 */
export function judge(owners: Owners, permits: (id: string) => boolean): Verdict {
  if (!owners || owners.some(({ id }) => permits(id))) return null;
  const [owner] = owners;
  return owner ? { verdict: "leak", service: owner.id } : { verdict: "stranger", service: "" };
}
