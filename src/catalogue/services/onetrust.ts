import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * OneTrust, the tool that kept the choice before. Declared so that its cookies have a row while
 * they are read once and until they expire; it is not loaded.
 *
 * @confidence high
 * @source https://developer.onetrust.com/onetrust/docs/javascript-api
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { onetrust } from "consentry/services/onetrust";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [onetrust()] });
 */
export function onetrust<const Category extends string = "necessary">(
  options?: ServiceOptions<Category>,
): Service<"onetrust", Category> {
  return defineService(
    {
      id: "onetrust",
      name: "OneTrust",
      category: "necessary",
      reason: "Holds the privacy choice that was made here before.",
      purpose: "consent",
      provider: { name: "OneTrust Technology Limited", country: "GB" },
      transfer: ["GB", "US"],
      privacyUrl: "https://www.onetrust.com/privacy-notice/",
      hosts: [],
      storage: [
        ...items(
          "cookie",
          "consent",
          "1 year",
          [
            "OptanonConsent",
            "OptanonAlertBoxClosed",
            "OptanonControl",
            "OptanonGroups",
            "eupubconsent-v2",
            "OTAdditionalConsentString",
            "OTGPPConsent",
            "OTVariant",
            "OneTrustWPCCPAGoogleOptOut",
            "usprivacy",
          ],
          { keep: true },
        ),
        ...items("localStorage", "consent", "persistent", ["OTAdditionalConsentString"], {
          keep: true,
        }),
      ],
    },
    options,
  );
}

export default onetrust;
