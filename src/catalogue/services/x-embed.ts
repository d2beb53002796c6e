import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Posts and timelines of X (Twitter). Its script stays when its frames are taken away: a withdrawal
 * reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source nuxt/scripts@5052a9fd
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { xEmbed } from "consentry/services/x-embed";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [xEmbed()] });
 */
export function xEmbed<const Category extends string = "marketing">(
  options?: ServiceOptions<Category>,
): Service<"x-embed", Category> {
  return defineService(
    {
      id: "x-embed",
      name: "X posts",
      category: "marketing",
      purpose: "social",
      provider: { name: "X Internet Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://x.com/en/privacy",
      hosts: ["platform.twitter.com", "platform.x.com", "syndication.twitter.com", "*.twimg.com"],
      storage: [
        ...items(
          "cookie",
          "visitor",
          "2 years",
          ["guest_id", "guest_id_ads", "guest_id_marketing", "personalization_id", "muc_ads"],
          { party: "third" },
        ),
        ...items("cookie", "security", "6 hours", ["ct0", "gt"], { party: "third" }),
        ...items("localStorage", "state", "persistent", ["__widgetsettings"], { party: "third" }),
      ],
    },
    options,
  );
}

export default xEmbed;
