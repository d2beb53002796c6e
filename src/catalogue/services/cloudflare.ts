import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Cloudflare's network in front of the site. Its cookies come with the response, before any
 * script, and script can neither read nor erase most of them: declared as necessary, never gated.
 *
 * @confidence high
 * @source https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
 * @source https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { cloudflare } from "consentry/services/cloudflare";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [cloudflare()] });
 */
export function cloudflare<const Category extends string = "necessary">(
  options?: ServiceOptions<Category>,
): Service<"cloudflare", Category> {
  return defineService(
    {
      id: "cloudflare",
      name: "Cloudflare",
      category: "necessary",
      reason: "Delivers this site and keeps attacks and bots away from it.",
      purpose: "delivery",
      provider: { name: "Cloudflare, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.cloudflare.com/privacypolicy/",
      hosts: [],
      storage: [
        ...items("cookie", "security", "30 minutes", ["__cf_bm"], { keep: true, httpOnly: true }),
        ...items("cookie", "security", "1 year", ["cf_clearance"], { keep: true, httpOnly: true }),
        ...items("cookie", "security", "session", ["_cfuvid", "__cfruid", "__cfseq"], {
          keep: true,
          httpOnly: true,
        }),
        ...items("cookie", "delivery", "24 hours", ["__cflb"], { keep: true, httpOnly: true }),
        ...items("cookie", "delivery", "session", ["__cfwaitingroom"], {
          keep: true,
          httpOnly: true,
        }),
        ...items("cookie", "security", "1 hour", ["cf_chl_*", "cf_ob_info", "cf_use_ob"], {
          keep: true,
        }),
      ],
    },
    options,
  );
}

export default cloudflare;
