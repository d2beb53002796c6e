import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Vimeo videos in a frame. `dnt=1` in its address stops Vimeo's analytics, not the transfer of the
 * IP address.
 *
 * @confidence high
 * @source https://help.vimeo.com/hc/en-us/articles/26080940921361-Vimeo-Player-Cookies
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source npm @vimeo/player@2.30.4
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { vimeo } from "consentry/services/vimeo";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [vimeo()] });
 */
export function vimeo<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"vimeo", Category> {
  return defineService(
    {
      id: "vimeo",
      name: "Vimeo",
      category: "functional",
      purpose: "video",
      provider: { name: "Vimeo.com, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://vimeo.com/privacy",
      hosts: ["player.vimeo.com", "vimeo.com", "*.vimeocdn.com", "*.vimeo.com"],
      storage: [
        ...items("cookie", "visitor", "2 years", ["vuid"], { party: "third" }),
        ...items("cookie", "preferences", "1 year", ["player"], { party: "third" }),
        ...items(
          "cookie",
          "security",
          "1 year",
          ["player_clearance", "cf_clearance", "__cf_bm", "_cfuvid"],
          { party: "third" },
        ),
        ...items("localStorage", "preferences", "persistent", ["sync_*", "vimeo*"], {
          party: "third",
        }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default vimeo;
