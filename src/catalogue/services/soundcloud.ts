import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * SoundCloud players in a frame.
 *
 * @confidence low
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { soundcloud } from "consentry/services/soundcloud";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [soundcloud()] });
 */
export function soundcloud<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"soundcloud", Category> {
  return defineService(
    {
      id: "soundcloud",
      name: "SoundCloud",
      category: "functional",
      purpose: "audio",
      provider: { name: "SoundCloud Global Limited & Co. KG", country: "DE" },
      transfer: ["US"],
      privacyUrl: "https://soundcloud.com/pages/privacy",
      hosts: ["w.soundcloud.com", "*.soundcloud.com", "*.sndcdn.com"],
      storage: [
        ...items("cookie", "visitor", "10 years", ["sc_anonymous_id"], { party: "third" }),
        ...items("cookie", "session", "1 year", ["_soundcloud_session", "sclocale"], {
          party: "third",
        }),
        ...items("localStorage", "state", "persistent", ["WIDGET*", "V2::*"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default soundcloud;
