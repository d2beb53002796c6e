import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `linkedinInsight` takes, beside the fields of a service. */
export interface LinkedinInsightOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Partner id, digits. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * LinkedIn Insight Tag. LinkedIn documents no consent call: a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified li_giant: appears after a click on an advertisement only
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { linkedinInsight } from "consentry/services/linkedin-insight";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [linkedinInsight({ id: 123456 })] });
 */
export function linkedinInsight<const Category extends string = "marketing">(
  options?: LinkedinInsightOptions<Category>,
): Service<"linkedin-insight", Category> {
  return defineService(
    {
      id: "linkedin-insight",
      name: "LinkedIn Insight Tag",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "LinkedIn Ireland Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.linkedin.com/legal/privacy-policy",
      hosts: ["snap.licdn.com", "*.ads.linkedin.com", "www.linkedin.com", "*.linkedin.oribi.io"],
      storage: [
        ...items("cookie", "campaign", "30 days", ["li_fat_id"]),
        ...items("cookie", "campaign", "7 days", ["li_giant"]),
        ...items("cookie", "state", "1 day", ["ln_or"]),
        ...items("cookie", "visitor", "90 days", ["_guid"]),
        ...items("localStorage", "visitor", "persistent", ["li_adsId"]),
        ...items("cookie", "visitor", "1 year", ["bcookie", "li_sugr"], { party: "third" }),
        ...items("cookie", "visitor", "1 year", ["bscookie"], { party: "third", httpOnly: true }),
        ...items("cookie", "delivery", "1 day", ["lidc"], { party: "third" }),
        ...items(
          "cookie",
          "advertising",
          "30 days",
          ["UserMatchHistory", "AnalyticsSyncHistory", "lms_ads", "lms_analytics"],
          { party: "third" },
        ),
        ...items("cookie", "consent", "6 months", ["li_gc"], { party: "third", keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{3,12}$/);
      if (!id) return {};
      return {
        load(context) {
          const { window } = context;
          if (once(context, `linkedin ${id}`)) {
            window._linkedin_partner_id = id;
            queue(window, "_linkedin_data_partner_ids").push(id);
            const q: unknown[] = [];
            // Pairs, not arguments: that is what the tag's own stub keeps.
            window.lintrk ??= Object.assign((a: unknown, b: unknown) => void q.push([a, b]), { q });
          }
          return loadScript(context, "https://snap.licdn.com/li.lms-analytics/insight.min.js");
        },
      };
    },
  );
}

export default linkedinInsight;
