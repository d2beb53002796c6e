import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { startGtag } from "./kit/gtag.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `googleAnalytics` takes, beside the fields of a service. */
export interface GoogleAnalyticsOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Measurement id, `G-…`. Absent: the page's own markup starts it. */
  id?: string;
  /** Name of the command queue; what is decided is queued there too. Default `"dataLayer"`. */
  dataLayer?: string;
  /** Handed to `gtag("config", id, config)`, for example `{ allow_google_signals: false }`. */
  config?: Record<string, unknown>;
}

/**
 * Google Analytics 4 by gtag.js. A `cookie_prefix` in `config` renames its cookies: name those in
 * `erase`.
 *
 * @confidence high
 * @source https://developers.google.com/tag-platform/security/guides/consent
 * @source https://developers.google.com/tag-platform/security/guides/privacy
 * @source https://business.safety.google/adscookies/
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleAnalytics } from "consentry/services/google-analytics";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleAnalytics({ id: "G-ABC123DEF4", config: { allow_google_signals: false } })] });
 */
export function googleAnalytics<const Category extends string = "performance">(
  options?: GoogleAnalyticsOptions<Category>,
): Service<"google-analytics", Category> {
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
        "www.google.com",
      ],
      storage: [
        ...items("cookie", "visitor", "2 years", ["_ga"]),
        ...items("cookie", "session", "2 years", ["_ga_*"]),
        ...items("cookie", "campaign", "90 days", ["_gac_gb_*"]),
        ...items("cookie", "visitor", "2 years", ["FPID"], { httpOnly: true }),
        ...items("cookie", "visitor", "20 hours", ["FPLC"]),
        ...items("cookie", "visitor", "1 year", ["AMP_TOKEN"]),
      ],
      signals: ["google-consent-mode"],
    },
    options,
    (read) => {
      const id = read("id", /^G-[A-Z0-9]{4,20}$/);
      const layer = read("dataLayer", /^[A-Za-z_$][\w$]*$/, "dataLayer");
      if (!id) return { dataLayer: layer };
      const off = `ga-disable-${id}`;
      return {
        dataLayer: layer,
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
        silencedBy: "revoke",
      };
    },
    ["config"],
  );
}

export default googleAnalytics;
