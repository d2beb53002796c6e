import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { listensTo } from "./kit/listensTo.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";
import { record } from "./kit/record.ts";

/** What `hubspot` takes, beside the fields of a service. */
export interface HubspotOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Portal id, digits. Absent: the page's own markup starts it. */
  id?: number | string;
  /** `"eu1"` for accounts in HubSpot's European data centre. */
  region?: "na1" | "eu1";
  /** What this consent covers at HubSpot. Default: all three. */
  consent?: { analytics?: boolean; advertisement?: boolean; functionality?: boolean };
}

/**
 * HubSpot tracking, forms and chat. Its loader fetches four to six more scripts and may inject
 * advertising pixels of others; its own banner is switched off and gets the choice.
 *
 * @confidence high
 * @source https://developers.hubspot.com/docs/api/events/cookie-banner
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source HubSpot developer docs excerpt for setHubSpotConsent
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { hubspot } from "consentry/services/hubspot";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [hubspot({ id: 1234567, region: "eu1" })] });
 */
export function hubspot<const Category extends string = "marketing">(
  options?: HubspotOptions<Category>,
): Service<"hubspot", Category> {
  return defineService(
    {
      id: "hubspot",
      name: "HubSpot",
      category: "marketing",
      purpose: "analytics",
      provider: { name: "HubSpot Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://legal.hubspot.com/privacy-policy",
      hosts: [
        "*.hs-scripts.com",
        "*.hs-analytics.net",
        "*.hs-banner.com",
        "*.hscollectedforms.net",
        "*.hsadspixel.net",
        "*.usemessages.com",
        "*.hsforms.net",
        "*.hsforms.com",
        "*.hsleadflows.net",
        "*.hubspot.com",
        "*.hubapi.com",
      ],
      storage: [
        ...items("cookie", "visitor", "6 months", ["__hstc", "hubspotutk", "messagesUtk"]),
        ...items("cookie", "session", "30 minutes", ["__hssc"]),
        ...items("cookie", "session", "session", ["__hssrc"]),
        ...items("cookie", "state", "1 day", [
          "hs-messages-is-open",
          "hs-messages-hide-welcome-message",
        ]),
        ...items(
          "cookie",
          "consent",
          "6 months",
          [
            "__hs_opt_out",
            "__hs_do_not_track",
            "__hs_cookie_cat_pref",
            "__hs_initial_opt_in",
            "__hs_gpc_banner_dismiss",
            "__hs_notify_banner_dismiss",
          ],
          { keep: true },
        ),
        ...items("localStorage", "state", "persistent", ["__hs*", "hs-*"]),
        ...items("cookie", "security", "30 minutes", ["__cf_bm"], {
          party: "third",
          httpOnly: true,
        }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{4,12}$/);
      const host = read("region", /^(na1|eu1)$/, "na1") == "eu1" ? "js-eu1" : "js";
      const covers = { analytics: true, advertisement: true, functionality: true };
      // With the signal, each category is reported for itself.
      const bySignal = listensTo(options, "hubspot");
      const tell = (window: Record<string, unknown>): void => {
        const consent = { ...covers, ...record(options, "consent") };
        if (!bySignal) queue(window, "_hsp").push(["setHubSpotConsent", consent]);
      };
      return {
        load: id
          ? (context) => {
              context.window.disableHubSpotCookieBanner = true;
              if (once(context, "hubspot")) tell(context.window);
              return loadScript(context, `https://${host}.hs-scripts.com/${id}.js`, {
                id: "hs-script-loader",
              });
            }
          : undefined,
        grant: ({ window }) => tell(window),
        revoke({ window }) {
          queue(window, "_hsp").push(["revokeCookieConsent"]);
        },
      };
    },
    ["consent"],
  );
}

export default hubspot;
