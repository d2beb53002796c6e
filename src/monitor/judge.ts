import { matchesHost } from "../lib/matchesHost.ts";
import { matchesName } from "../lib/matchesName.ts";
import type { Watched } from "./watched.ts";

/** What one host or key is: of a permitted service or of the page itself (null), a leak, or a stranger. */
export type Verdict = { verdict: "leak" | "stranger"; service: string } | null;

/** The services that answer for a host: always the same, so that it is looked for once. */
export function ownersOf(host: string, services: readonly Watched[]): readonly Watched[] {
  return services.filter(({ hosts }) => hosts.some((one) => matchesHost(one, host)));
}

/** Judges the name of a cookie or of a key in storage. */
export function judgeKey(
  name: string,
  services: readonly Watched[],
  permits: (id: string) => boolean,
): Verdict {
  // Ours, and what comes before: a choice, and records that wait.
  if (/^(__Host-)?consentry\b/.test(name)) return null;
  return judge(
    services.filter(({ keys }) => keys.some((key) => matchesName(key, name))),
    permits,
  );
}

/**
 * Judges what these services answer for. What a permitted one answers for is no leak, even where others answer for it too.
 *
 * @param permits Whether an id is permitted now.
 */
export function judge(owners: readonly Watched[], permits: (id: string) => boolean): Verdict {
  if (owners.some(({ id }) => permits(id))) return null;
  const [owner] = owners;
  return owner ? { verdict: "leak", service: owner.id } : { verdict: "stranger", service: "" };
}
