/** What the table knows of one service of the catalogue: which of its hosts answers which kind of request. */
export interface HostFacts {
  /**
   * `high`: the kinds stand in the vendor's own guide to a Content Security Policy. `medium`: seen in a crawl, in the
   * vendor's code or in several loaders. `low`: partly inferred from what the service is.
   */
  confidence: "high" | "medium" | "low";
  sources: readonly string[];
  /** Each host of the service, as `Service.hosts` writes it, with its kinds, separated by spaces. */
  hosts: Readonly<Record<string, string>>;
}

/** Ids of services with their facts. */
export type HostTable = Readonly<Record<string, HostFacts>>;

/** Crawls of many pages; the facts alone were checked against them. */
export const RADAR = "tracker-radar crawl of November 2024";
export const TARTEAUCITRON = "tarteaucitron.js@76151fa";
export const NUXT = "nuxt/scripts@5052a9fd";
export const GOOGLE_CSP = "https://developers.google.com/tag-platform/security/guides/csp";
