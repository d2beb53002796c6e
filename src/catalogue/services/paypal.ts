import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * PayPal's payment buttons. Necessary where something is paid for; its marketing scripts (pptm.js,
 * muse.js) are not part of that.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @checked tracker-radar crawl of November 2024
 * @unverified lifetimes on PayPal's own domain
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { paypal } from "consentry/services/paypal";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [paypal()] });
 */
export function paypal<const Category extends string = "necessary">(
  options?: ServiceOptions<Category>,
): Service<"paypal", Category> {
  return defineService(
    {
      id: "paypal",
      name: "PayPal",
      category: "necessary",
      reason: "Takes the payment that you ask for and detects fraud in it.",
      purpose: "payment",
      provider: { name: "PayPal (Europe) S.à r.l. et Cie, S.C.A.", country: "LU" },
      transfer: ["US"],
      privacyUrl: "https://www.paypal.com/webapps/mpp/ua/privacy-full",
      hosts: ["www.paypal.com", "*.paypal.com", "www.paypalobjects.com"],
      storage: [
        ...items("localStorage", "payment", "persistent", ["__paypal_storage__*"], { keep: true }),
        ...items("cookie", "payment", "1 day", ["paypal-offers*"]),
        ...items(
          "cookie",
          "fraud",
          "3 years",
          ["ts", "ts_c", "tsrce", "nsid", "l7_az", "datadome", "rssk", "x-pp-s"],
          { party: "third" },
        ),
        ...items("cookie", "preferences", "1 year", ["LANG", "cookie_prefs", "enforce_policy"], {
          party: "third",
        }),
      ],
    },
    options,
  );
}

export default paypal;
