import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Instagram posts. Its script turns every matching quotation of the page into a frame.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source nuxt/scripts@5052a9fd
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame for a visitor without an account
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { instagram } from "consentry/services/instagram";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [instagram()] });
 */
export function instagram<const Category extends string = "marketing">(
  options?: ServiceOptions<Category>,
): Service<"instagram", Category> {
  return defineService(
    {
      id: "instagram",
      name: "Instagram",
      category: "marketing",
      purpose: "social",
      provider: { name: "Meta Platforms Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://privacycenter.instagram.com/policy",
      hosts: [
        "www.instagram.com",
        "platform.instagram.com",
        "graph.instagram.com",
        "*.cdninstagram.com",
        "*.fbcdn.net",
      ],
      storage: [
        ...items(
          "cookie",
          "visitor",
          "13 months",
          ["mid", "ig_did", "ig_nrcb", "datr", "ds_user_id"],
          { party: "third" },
        ),
        ...items(
          "cookie",
          "session",
          "1 year",
          ["csrftoken", "sessionid", "shbid", "shbts", "rur"],
          { party: "third" },
        ),
      ],
    },
    options,
  );
}

export default instagram;
