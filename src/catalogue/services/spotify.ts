import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Spotify players in a frame.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame beside sp_t and sp_landing
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { spotify } from "consentry/services/spotify";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [spotify()] });
 */
export function spotify<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"spotify", Category> {
  return defineService(
    {
      id: "spotify",
      name: "Spotify",
      category: "functional",
      purpose: "audio",
      provider: { name: "Spotify AB", country: "SE" },
      transfer: ["US"],
      privacyUrl: "https://www.spotify.com/legal/privacy-policy/",
      hosts: ["open.spotify.com", "*.spotifycdn.com", "*.scdn.co", "*.spotify.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["sp_t"], { party: "third" }),
        ...items("cookie", "state", "1 day", ["sp_landing"], { party: "third" }),
        ...items("cookie", "testing", "session", ["sp_landingref", "sp_usid", "sp_m", "sp_ab"], {
          party: "third",
        }),
        ...items("localStorage", "state", "persistent", ["anonymous*", "ap-*", "es-*"], {
          party: "third",
        }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default spotify;
