import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function linkedinInsight(options) {
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
          { party: "third" }
        ),
        ...items("cookie", "consent", "6 months", ["li_gc"], { party: "third", keep: true })
      ]
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
            const q = [];
            window.lintrk ??= Object.assign((a, b) => void q.push([a, b]), { q });
          }
          return loadScript(context, "https://snap.licdn.com/li.lms-analytics/insight.min.js");
        }
      };
    }
  );
}

export { linkedinInsight as default, linkedinInsight };
