import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Walls.io social wall as an embedded frame. Posts of Instagram, X and YouTube come mostly by its
 * own host.
 *
 * @confidence medium
 * @source https://my-doku.alkacon.net/en/elements/functions/wallsio
 * @source public embed snippets of wallsio-widget-1.2.js
 * @checked tracker-radar crawl of November 2024
 * @unverified cookies inside the frame: expected from its own Matomo, not seen; the vendor names none
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { wallsIo } from "consentry/services/walls-io";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [wallsIo()] });
 */
export function wallsIo<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"walls-io", Category> {
  return defineService(
    {
      id: "walls-io",
      name: "Walls.io",
      category: "functional",
      purpose: "social",
      provider: { name: "Walls.io GmbH", country: "AT" },
      privacyUrl: "https://walls.io/privacy",
      hosts: ["walls.io", "*.walls.io"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_pk_id*"], { party: "third" }),
        ...items("cookie", "session", "30 minutes", ["_pk_ses*"], { party: "third" }),
        ...items("cookie", "campaign", "6 months", ["_pk_ref*"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default wallsIo;
