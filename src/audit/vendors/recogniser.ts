import type { Service } from "../../core/config/service.ts";
import { matchesName } from "../../lib/matchesName.ts";
import {
  ADDRESSES,
  MATOMO_CONTAINER,
  MATOMO_FILE,
  PIXEL_FILE,
  RATHER,
  SDK_FILE,
} from "./addresses.ts";
import { CONSENT_TOOLS, type ConsentTool } from "./consentTools.ts";
import { SNIPPETS, type Snippet } from "./snippets.ts";

/** Knows services by what they leave in a page. */
export interface Recogniser {
  service(id: string): Service | undefined;
  /** Whose an address is, as `host`; null where no service of the catalogue or the site claims it. */
  byAddress(address: string, host: string): Service | null;
  /** Every service that an inline script starts. */
  bySnippet(script: string): { service: Service; snippet: Snippet }[];
  consentTool(host: string): ConsentTool | null;
}

/**
 * @param catalogue All services that are known.
 * @param own Those of the site, with the site's options: they win over the catalogue's of the same id.
 */
export function createRecogniser(
  catalogue: readonly Service[],
  own: readonly Service[],
): Recogniser {
  const byId = new Map([...catalogue, ...own].map((service) => [service.id, service]));
  const ownIds = new Set(own.map(({ id }) => id));
  const rank = (id: string): number => {
    if (ownIds.has(id)) return -1;
    const at = RATHER.indexOf(id);
    return at < 0 ? RATHER.length : at;
  };
  const patterns = [...byId.values()]
    .flatMap(({ id, hosts }) => (hosts ?? []).map((pattern) => ({ pattern, id })))
    // The narrowest pattern speaks; of equal ones the likeliest service.
    .sort((a, b) => b.pattern.length - a.pattern.length || rank(a.id) - rank(b.id));
  const known = new Map<string, Service | null>();

  const byHost = (host: string): Service | null => {
    const found = known.get(host);
    if (found !== undefined) return found;
    // `*.x` is any subdomain, and vendors' snippets use the bare domain too.
    const hit = patterns.find(
      ({ pattern }) => matchesName(pattern, host) || pattern == `*.${host}`,
    );
    const service = (hit && byId.get(hit.id)) ?? null;
    if (known.size > 10_000) known.clear(); // A hostile folder must not fill the memory.
    known.set(host, service);
    return service;
  };

  return {
    service: (id) => byId.get(id),
    byAddress(address, host) {
      const plain = host + address.replace(/^[^/\\]*[/\\]{2}[^/\\]*/, "");
      const path = plain.split(/[?#]/)[0]!;
      const exact =
        ADDRESSES.find(([start]) => plain.startsWith(start))?.[1] ||
        (PIXEL_FILE.test(path) ? "meta-pixel" : "") ||
        (SDK_FILE.test(path) ? "facebook" : "") ||
        (MATOMO_FILE.test(path) ? "matomo" : "") ||
        (MATOMO_CONTAINER.test(path) ? "matomo-tag-manager" : "");
      return (exact && byId.get(exact)) || byHost(host);
    },
    bySnippet: (script) =>
      SNIPPETS.flatMap((snippet) => {
        const service = byId.get(snippet.service);
        return service && snippet.starts.some((pattern) => pattern.test(script))
          ? [{ service, snippet }]
          : [];
      }),
    consentTool: (host) =>
      CONSENT_TOOLS.find(({ hosts }) =>
        hosts.some((pattern) => matchesName(pattern, host) || pattern == `*.${host}`),
      ) ?? null,
  };
}

/** The id that stands in a snippet or an address, as an option of the catalogue's service. */
export function idIn(text: string, service: string): Record<string, string> | null {
  const id = SNIPPETS.find((one) => one.service == service)?.id;
  const found = id?.[1].exec(text)?.[1];
  return id && found ? { [id[0]]: found } : null;
}
