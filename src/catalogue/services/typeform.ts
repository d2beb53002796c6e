import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Typeform forms in a frame.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source npm @typeform/embed@6.1.1
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { typeform } from "consentry/services/typeform";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [typeform()] });
 */
export function typeform<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"typeform", Category> {
  return defineService(
    {
      id: "typeform",
      name: "Typeform",
      category: "functional",
      purpose: "preferences",
      provider: { name: "TYPEFORM SL", country: "ES" },
      transfer: ["US"],
      privacyUrl: "https://www.typeform.com/help/a/privacy-policy-360029585312/",
      hosts: ["*.typeform.com", "*.typeform.eu"],
      storage: [
        ...items("cookie", "consent", "6 months", ["tf_respondent_cc"], {
          party: "third",
          keep: true,
        }),
        ...items("cookie", "visitor", "1 year", ["attribution_user_id", "rl_*"], {
          party: "third",
        }),
        ...items("cookie", "session", "1 year", ["tracking_session_id"], { party: "third" }),
        ...items("cookie", "delivery", "7 days", ["AWSALBTG", "AWSALBTGCORS"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default typeform;
