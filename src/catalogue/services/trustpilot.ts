import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Trustpilot TrustBox in a frame. Invitations by e-mail are another matter and need their own
 * basis.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { trustpilot } from "consentry/services/trustpilot";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [trustpilot()] });
 */
export function trustpilot<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"trustpilot", Category> {
  return defineService(
    {
      id: "trustpilot",
      name: "Trustpilot",
      category: "functional",
      purpose: "social",
      provider: { name: "Trustpilot A/S", country: "DK" },
      transfer: ["US", "GB"],
      privacyUrl: "https://legal.trustpilot.com/for-reviewers/end-user-privacy-terms",
      hosts: ["widget.trustpilot.com", "invitejs.trustpilot.com", "api.trustpilot.com"],
      storage: [
        ...items("cookie", "testing", "session", ["TrustboxSplitTest_*"], { party: "third" }),
        ...items("cookie", "visitor", "1 year", ["ajs_*", "amplitude_id*", "TP.uuid"], {
          party: "third",
        }),
        ...items("cookie", "security", "session", ["csrf-canary"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default trustpilot;
