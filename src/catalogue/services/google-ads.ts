import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { startGtag } from "./kit/gtag.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `googleAds` takes, beside the fields of a service. */
export interface GoogleAdsOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Conversion id, `AW-…`. Absent: the page's own markup starts it. */
  id?: string;
  /** Name of the command queue; what is decided is queued there too. Default `"dataLayer"`. */
  dataLayer?: string;
  /** Handed to `gtag("config", id, config)`. */
  config?: Record<string, unknown>;
}

/**
 * Google Ads (AdWords): conversion tracking and remarketing by gtag.js. Consent goes by Google
 * Consent Mode; a running tag still sends cookieless pings, so a withdrawal reloads.
 *
 * @confidence high
 * @source https://business.safety.google/adscookies/
 * @source https://support.google.com/google-ads/answer/10000067
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleAds } from "consentry/services/google-ads";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleAds({ id: "AW-123456789", dataLayer: "adsLayer" })] });
 */
export function googleAds<const Category extends string = "marketing">(
  options?: GoogleAdsOptions<Category>,
): Service<"google-ads", Category> {
  return defineService(
    {
      id: "google-ads",
      name: "Google Ads",
      category: "marketing",
      purpose: "remarketing",
      ...google,
      hosts: [
        "www.googletagmanager.com",
        "www.googleadservices.com",
        "*.doubleclick.net",
        "*.googlesyndication.com",
        "www.google.com",
      ],
      storage: [
        ...items("cookie", "campaign", "90 days", [
          "_gcl_au",
          "_gcl_aw",
          "_gcl_dc",
          "_gcl_gb",
          "_gcl_gs",
          "_gcl_gf",
          "_gcl_ha",
          "_gcl_ag",
          "_gac_*",
          "FPGCLAW",
          "FPGCLGB",
          "FPGCLDC",
          "FPAU",
        ]),
        ...items("localStorage", "campaign", "persistent", ["_gcl_ls"]),
        ...items("cookie", "visitor", "13 months", ["IDE"], { party: "third" }),
        ...items("cookie", "probe", "15 minutes", ["test_cookie"], { party: "third" }),
        ...items("cookie", "visitor", "2 weeks", ["DSID"], { party: "third" }),
        ...items("cookie", "probe", "3 months", ["ar_debug"], { party: "third" }),
        ...items("cookie", "preferences", "6 months", ["NID"], { party: "third" }),
      ],
      signals: ["google-consent-mode"],
    },
    options,
    (read) => {
      const id = read("id", /^AW-\d{6,14}$/);
      const layer = read("dataLayer", /^[A-Za-z_$][\w$]*$/, "dataLayer");
      return {
        dataLayer: layer,
        load: id
          ? (context) => startGtag(context, id, layer, record(options, "config"))
          : undefined,
      };
    },
    ["config"],
  );
}

export default googleAds;
