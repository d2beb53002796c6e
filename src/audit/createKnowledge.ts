import type { Service } from "../core/config/service.ts";
import { matchesName } from "../lib/matchesName.ts";
import type { Knowledge } from "./markup/judge.ts";
import { createRecogniser } from "./vendors/recogniser.ts";

/** What a site's configuration says that files and pages are judged by. */
export interface SiteFacts {
  categories: readonly string[];
  services: readonly Service[];
}

/** What an audit is given before it begins. */
export interface KnowledgeOptions {
  /** Every service of the catalogue. */
  catalogue: readonly Service[];
  /** The site's configuration; absent where there is none yet. */
  site?: SiteFacts | undefined;
  /** Hosts of the site's own and their subdomains, and hosts that may be asked; `*.` for any subdomain. */
  own: readonly string[];
}

export function createKnowledge({ catalogue, site, own }: KnowledgeOptions): Knowledge {
  const services = site?.services ?? [];
  const byId = new Map([...catalogue, ...services].map((service) => [service.id, service]));
  const asks = ({ category, basis }: Service): boolean =>
    (basis ?? (category == "necessary" ? "necessary" : "consent")) == "consent";
  const unasked = services.filter((service) => !asks(service));
  const free = unasked.flatMap(({ hosts }) => hosts ?? []);
  const names = own.map((host) => host.replace(/^www\./, ""));
  return {
    recogniser: createRecogniser(catalogue, services),
    isOwn: (host) =>
      names.some((name) => host == name || host.endsWith(`.${name}`) || matchesName(name, host)) ||
      free.some((pattern) => matchesName(pattern, host)),
    ids: site ? new Set(["necessary", ...site.categories, ...services.map(({ id }) => id)]) : null,
    unasked: new Set(unasked.map(({ id }) => id)),
    categoryOf: (id) => byId.get(id)?.category ?? "",
  };
}
