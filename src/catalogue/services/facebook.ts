import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Facebook social plug-ins and SDK. The SDK stays when its frames are taken away: a withdrawal
 * reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified which of the cookies a visitor without an account gets
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { facebook } from "consentry/services/facebook";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [facebook()] });
 */
export function facebook<const Category extends string = "marketing">(
  options?: ServiceOptions<Category>,
): Service<"facebook", Category> {
  return defineService(
    {
      id: "facebook",
      name: "Facebook",
      category: "marketing",
      purpose: "social",
      provider: { name: "Meta Platforms Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.facebook.com/privacy/policy/",
      hosts: ["www.facebook.com", "connect.facebook.net", "*.fbcdn.net"],
      storage: [
        ...items("cookie", "state", "1 year", ["fblo_*"]),
        ...items("cookie", "session", "session", ["fbsr_*"]),
        ...items("cookie", "visitor", "13 months", ["datr", "sb", "fr", "xs", "c_user", "oo"], {
          party: "third",
        }),
        ...items("cookie", "preferences", "7 days", ["wd", "locale"], { party: "third" }),
      ],
    },
    options,
  );
}

export default facebook;
