import { matchesName } from "../lib/matchesName.ts";
import type { Watched } from "./watched.ts";

/** What one host or key is: of a permitted service or of the page itself (null), a leak, or a stranger. */
export type Verdict = { verdict: "leak" | "stranger"; service: string } | null;

/**
 * Judges a host. One that a permitted service answers for is no leak, no matter who else answers for it.
 *
 * @param permits Whether an id is permitted now.
 */
export function judgeHost(
  host: string,
  services: readonly Watched[],
  permits: (id: string) => boolean,
): Verdict {
  return judge(
    services.filter(({ hosts }) =>
      hosts.some((one) => (one.startsWith("*.") ? host.endsWith(one.slice(1)) : host == one)),
    ),
    permits,
  );
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

function judge(owners: readonly Watched[], permits: (id: string) => boolean): Verdict {
  if (owners.some(({ id }) => permits(id))) return null;
  const [owner] = owners;
  return owner ? { verdict: "leak", service: owner.id } : { verdict: "stranger", service: "" };
}
