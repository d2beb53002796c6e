import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Google Maps as an embedded frame. Tiles, fonts and the map itself come from Google's hosts.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified which of the cookies a map sets for a visitor without a Google account
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleMaps } from "consentry/services/google-maps";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleMaps()] });
 */
export function googleMaps<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"google-maps", Category> {
  return defineService(
    {
      id: "google-maps",
      name: "Google Maps",
      category: "functional",
      purpose: "map",
      ...google,
      hosts: [
        "www.google.com",
        "maps.google.com",
        "maps.googleapis.com",
        "maps.gstatic.com",
        "*.googleapis.com",
        "fonts.gstatic.com",
      ],
      storage: [
        ...items("cookie", "preferences", "6 months", ["NID"], { party: "third" }),
        ...items("cookie", "security", "6 months", ["AEC"], { party: "third" }),
        ...items("cookie", "consent", "13 months", ["SOCS"], { party: "third" }),
        ...items("cookie", "preferences", "2 months", ["OGP", "OGPC", "OTZ", "1P_JAR"], {
          party: "third",
        }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default googleMaps;
