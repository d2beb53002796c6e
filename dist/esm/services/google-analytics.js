import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { startGtag } from './kit/gtag.js';
import { items } from './kit/items.js';
import { record } from './kit/record.js';

function googleAnalytics(options) {
  return defineService(
    {
      id: "google-analytics",
      name: "Google Analytics",
      category: "performance",
      purpose: "analytics",
      ...google,
      hosts: [
        "www.googletagmanager.com",
        "*.google-analytics.com",
        "analytics.google.com",
        "*.analytics.google.com",
        "stats.g.doubleclick.net",
        "www.google.com"
      ],
      storage: [
        ...items("cookie", "visitor", "2 years", ["_ga"]),
        ...items("cookie", "session", "2 years", ["_ga_*"]),
        ...items("cookie", "campaign", "90 days", ["_gac_gb_*"]),
        ...items("cookie", "visitor", "2 years", ["FPID"], { httpOnly: true }),
        ...items("cookie", "visitor", "20 hours", ["FPLC"]),
        ...items("cookie", "visitor", "1 year", ["AMP_TOKEN"])
      ],
      signals: ["google-consent-mode"]
    },
    options,
    (read) => {
      const id = read("id", /^G-[A-Z0-9]{4,20}$/);
      const layer = read("dataLayer", /^[A-Za-z_$][\w$]*$/, "dataLayer");
      if (!id) return {};
      const off = `ga-disable-${id}`;
      return {
        load(context) {
          context.window[off] = false;
          return startGtag(context, id, layer, record(options, "config"));
        },
        grant({ window }) {
          window[off] = false;
        },
        revoke({ window }) {
          window[off] = true;
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { googleAnalytics as default, googleAnalytics };
