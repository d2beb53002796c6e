import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `adobeAnalytics` takes, beside the fields of a service. */
export interface AdobeAnalyticsOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /**
   * Address of the property's script on assets.adobedtm.com. Absent: the page's own markup starts
   * it.
   */
  url?: string;
}

/**
 * Adobe Analytics by Experience Platform Tags (Launch) or the Web SDK. Rules in the property may
 * load more: name those vendors beside it.
 *
 * @confidence medium
 * @source https://experienceleague.adobe.com/docs/experience-platform/web-sdk/commands/setconsent.html
 * @source https://experienceleague.adobe.com/docs/id-service/using/implementation/opt-in-service/api.html
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified plug-in cookies (s_…) differ by implementation
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { adobeAnalytics } from "consentry/services/adobe-analytics";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [adobeAnalytics({ url: "https://assets.adobedtm.com/abc/def/launch-123.min.js" })] });
 */
export function adobeAnalytics<const Category extends string = "performance">(
  options?: AdobeAnalyticsOptions<Category>,
): Service<"adobe-analytics", Category> {
  return defineService(
    {
      id: "adobe-analytics",
      name: "Adobe Analytics",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Adobe Systems Software Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.adobe.com/privacy/policy.html",
      hosts: [
        "assets.adobedtm.com",
        "*.adoberesources.net",
        "*.omtrdc.net",
        "*.adobedc.net",
        "*.demdex.net",
      ],
      storage: [
        ...items("cookie", "visitor", "2 years", ["AMCV_*", "s_fid", "s_vi", "s_ecid"]),
        ...items("cookie", "session", "session", ["AMCVS_*", "s_cc", "s_sq", "s_sess"]),
        ...items("cookie", "state", "session", [
          "s_ppv",
          "s_ppvl",
          "s_tp",
          "s_ips",
          "s_plt",
          "s_pltp",
        ]),
        ...items("cookie", "visitor", "5 years", [
          "s_nr*",
          "s_lv*",
          "s_vnum",
          "s_invisit",
          "s_pers",
        ]),
        ...items("cookie", "state", "30 minutes", ["gpv_*", "s_gpv"]),
        ...items("cookie", "visitor", "13 months", ["kndctr_*_identity"]),
        ...items("cookie", "delivery", "30 minutes", ["kndctr_*_cluster"]),
        ...items("cookie", "consent", "6 months", ["kndctr_*_consent"], { keep: true }),
        ...items("cookie", "consent", "13 months", ["adobeujs-optin"], { keep: true }),
        ...items("cookie", "personalisation", "2 years", ["mbox", "mboxEdgeCluster", "at_check"]),
        ...items("cookie", "advertising", "100 days", ["aam_*", "sat_*"]),
        ...items("localStorage", "state", "persistent", ["com.adobe.*", "_satellite*"]),
        ...items("cookie", "advertising", "180 days", ["demdex", "dpm", "dextp"], {
          party: "third",
        }),
      ],
    },
    options,
    (read) => {
      const url = read("url", /^https:\/\/assets\.adobedtm\.com\/[\w./-]+\.js$/);
      const tell = (window: object, val: "y" | "n"): void => {
        const consent = [{ standard: "Adobe", version: "2.0", value: { collect: { val } } }];
        invoke(window, "alloy", "setConsent", { consent });
      };
      return {
        load: url
          ? async (context) => {
              await loadScript(context, url);
              if (once(context, "alloy")) tell(context.window, "y");
            }
          : undefined,
        grant: ({ window }) => tell(window, "y"),
        revoke: ({ window }) => tell(window, "n"),
      };
    },
  );
}

export default adobeAnalytics;
