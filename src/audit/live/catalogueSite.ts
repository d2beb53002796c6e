import type { Service } from "../../core/config/service.ts";
import type { Site } from "../../testing/readSite.ts";

/** What a page is judged by whose configuration is not known: every service of the catalogue asks, but for the necessary ones. */
export function catalogueSite(catalogue: readonly Service[]): Site {
  return {
    _usable: true,
    name: "",
    categories: [...new Set(["necessary", ...catalogue.map(({ category }) => category)])],
    _categoriesFixed: false,
    services: catalogue.map((service) => ({
      ...service,
      basis: service.category == "necessary" ? "necessary" : "consent",
    })),
    _catalogue: {},
    revision: 1,
    days: 180,
    _hostOnly: false,
    nonce: "",
    signals: [],
    domain: "",
    reload: "auto",
    policy: "none",
    collector: "",
    gpc: [],
  };
}
