import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * OpenStreetMap as an embedded frame, or its tiles in a map of the site's own.
 *
 * @confidence medium
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified cookies inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { openstreetmap } from "consentry/services/openstreetmap";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [openstreetmap()] });
 */
export function openstreetmap<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"openstreetmap", Category> {
  return defineService(
    {
      id: "openstreetmap",
      name: "OpenStreetMap",
      category: "functional",
      purpose: "map",
      provider: { name: "OpenStreetMap Foundation", country: "GB" },
      transfer: ["GB"],
      privacyUrl: "https://osmfoundation.org/wiki/Privacy_Policy",
      hosts: [
        "www.openstreetmap.org",
        "tile.openstreetmap.org",
        "*.tile.openstreetmap.org",
        "nominatim.openstreetmap.org",
      ],
      storage: [
        ...items("cookie", "session", "session", ["_osm_session"], { party: "third" }),
        ...items("cookie", "preferences", "1 year", ["_osm_*"], { party: "third" }),
        ...items("cookie", "visitor", "13 months", ["_pk_id*", "_pk_ses*"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default openstreetmap;
