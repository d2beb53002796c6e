import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { listensTo } from './kit/listensTo.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';
import { record } from './kit/record.js';

function hubspot(options) {
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
        "*.hubapi.com"
      ],
      storage: [
        ...items("cookie", "visitor", "6 months", ["__hstc", "hubspotutk", "messagesUtk"]),
        ...items("cookie", "session", "30 minutes", ["__hssc"]),
        ...items("cookie", "session", "session", ["__hssrc"]),
        ...items("cookie", "state", "1 day", [
          "hs-messages-is-open",
          "hs-messages-hide-welcome-message"
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
            "__hs_notify_banner_dismiss"
          ],
          { keep: true }
        ),
        ...items("localStorage", "state", "persistent", ["__hs*", "hs-*"]),
        ...items("cookie", "security", "30 minutes", ["__cf_bm"], {
          party: "third",
          httpOnly: true
        })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{4,12}$/);
      const host = read("region", /^(na1|eu1)$/, "na1") == "eu1" ? "js-eu1" : "js";
      const covers = { analytics: true, advertisement: true, functionality: true };
      const bySignal = listensTo(options, "hubspot");
      const tell = (window) => {
        const consent = { ...covers, ...record(options, "consent") };
        if (!bySignal) queue(window, "_hsp").push(["setHubSpotConsent", consent]);
      };
      return {
        load: id ? (context) => {
          context.window.disableHubSpotCookieBanner = true;
          if (once(context, "hubspot")) tell(context.window);
          return loadScript(context, `https://${host}.hs-scripts.com/${id}.js`, {
            id: "hs-script-loader"
          });
        } : void 0,
        grant: ({ window }) => tell(window),
        revoke({ window }) {
          queue(window, "_hsp").push(["revokeCookieConsent"]);
        }
      };
    }
  );
}

export { hubspot as default, hubspot };
