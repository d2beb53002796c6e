import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Stripe.js for payments. Necessary where something is paid for; load it on those pages only. In a
 * module use `@stripe/stripe-js/pure`: the plain entry injects the script when it is imported.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source npm @stripe/stripe-js@10.2.1
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { stripe } from "consentry/services/stripe";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [stripe()] });
 */
export function stripe<const Category extends string = "necessary">(
  options?: ServiceOptions<Category>,
): Service<"stripe", Category> {
  return defineService(
    {
      id: "stripe",
      name: "Stripe",
      category: "necessary",
      reason: "Takes the payment that you ask for and detects fraud in it.",
      purpose: "payment",
      provider: { name: "Stripe Payments Europe, Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://stripe.com/privacy",
      hosts: ["js.stripe.com", "*.stripe.com", "m.stripe.network"],
      storage: [
        ...items("cookie", "fraud", "1 year", ["__stripe_mid"], { keep: true }),
        ...items("cookie", "fraud", "30 minutes", ["__stripe_sid"], { keep: true }),
        ...items("cookie", "fraud", "2 years", ["m"], { party: "third" }),
      ],
    },
    options,
  );
}

export default stripe;
