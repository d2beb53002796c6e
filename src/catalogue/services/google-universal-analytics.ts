import type { Service } from "../../core/config/service.ts";
import { own } from "../../lib/own.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `googleUniversalAnalytics` takes, beside the fields of a service. */
export interface GoogleUniversalAnalyticsOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Property id, `UA-…`. Absent: the page's own markup starts it. */
  id?: string;
  /** Whether the last part of the IP address is dropped. Default true. */
  anonymizeIp?: boolean;
}

/**
 * Google Universal Analytics (analytics.js), which Google no longer processes. IP addresses are
 * anonymised unless `anonymizeIp` is false.
 *
 * @confidence high
 * @source https://developers.google.com/analytics/devguides/collection/analyticsjs/user-opt-out
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleUniversalAnalytics } from "consentry/services/google-universal-analytics";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleUniversalAnalytics({ id: "UA-12345-1" })] });
 */
export function googleUniversalAnalytics<const Category extends string = "performance">(
  options?: GoogleUniversalAnalyticsOptions<Category>,
): Service<"google-universal-analytics", Category> {
  return defineService(
    {
      id: "google-universal-analytics",
      name: "Google Universal Analytics",
      category: "performance",
      purpose: "analytics",
      ...google,
      hosts: ["*.google-analytics.com", "stats.g.doubleclick.net"],
      storage: [
        ...items("cookie", "visitor", "2 years", ["_ga", "__utma", "__utmv"]),
        ...items("cookie", "visitor", "24 hours", ["_gid"]),
        ...items("cookie", "throttle", "1 minute", ["_gat", "_gat_*", "_dc_gtm_*"]),
        ...items("cookie", "campaign", "90 days", ["_gac_*"]),
        ...items("cookie", "state", "30 seconds", ["_gali"]),
        ...items("cookie", "session", "30 minutes", ["__utmb", "__utmc"]),
        ...items("cookie", "throttle", "10 minutes", ["__utmt", "__utmt_*"]),
        ...items("cookie", "campaign", "6 months", ["__utmz"]),
        ...items("cookie", "testing", "18 months", ["__utmx", "__utmxx"]),
        ...items("cookie", "visitor", "1 year", ["AMP_TOKEN"]),
        ...items("cookie", "optout", "persistent", ["GA_OPT_OUT"], { party: "third", keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^UA-\d{4,10}-\d{1,4}$/);
      if (!id) return {};
      const off = `ga-disable-${id}`;
      return {
        load(context) {
          const { window } = context;
          window[off] = false;
          if (once(context, id)) {
            window.GoogleAnalyticsObject = "ga";
            const ga = argumentsQueue(window, "ga");
            if (ga) Object.assign(ga, { l: Date.now() });
            invoke(window, "ga", "create", id, "auto");
            if (own(options, "anonymizeIp") !== false)
              invoke(window, "ga", "set", "anonymizeIp", true);
            invoke(window, "ga", "send", "pageview");
          }
          return loadScript(context, "https://www.google-analytics.com/analytics.js");
        },
        grant({ window }) {
          window[off] = false;
        },
        revoke({ window }) {
          window[off] = true;
        },
        silencedBy: "revoke",
      };
    },
    ["anonymizeIp"],
  );
}

export default googleUniversalAnalytics;
