import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Calendly appointment pages in a frame.
 *
 * @confidence medium
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { calendly } from "consentry/services/calendly";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [calendly()] });
 */
export function calendly<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"calendly", Category> {
  return defineService(
    {
      id: "calendly",
      name: "Calendly",
      category: "functional",
      purpose: "preferences",
      provider: { name: "Calendly LLC", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://calendly.com/legal/privacy-notice",
      hosts: ["calendly.com", "*.calendly.com"],
      storage: [
        ...items("cookie", "session", "21 days", ["_calendly_session"], { party: "third" }),
        ...items("cookie", "security", "30 minutes", ["__cf_bm", "_cfuvid"], {
          party: "third",
          httpOnly: true,
        }),
        ...items(
          "cookie",
          "consent",
          "1 year",
          ["OptanonConsent", "OptanonAlertBoxClosed", "cookie-preferences"],
          { party: "third", keep: true },
        ),
        ...items("localStorage", "state", "persistent", ["calendly*"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default calendly;
