import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `optimizely` takes, beside the fields of a service. */
export interface OptimizelyOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Project or snippet id, digits. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * Optimizely Web Experimentation. Its opt-out is a cookie for ten years, so it is left alone; a
 * withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @unverified the legal entity in the EEA
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { optimizely } from "consentry/services/optimizely";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [optimizely({ id: 12345678901 })] });
 */
export function optimizely<const Category extends string = "performance">(
  options?: OptimizelyOptions<Category>,
): Service<"optimizely", Category> {
  return defineService(
    {
      id: "optimizely",
      name: "Optimizely",
      category: "performance",
      purpose: "testing",
      provider: { name: "Optimizely, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.optimizely.com/legal/privacy-notice/",
      hosts: ["*.optimizely.com"],
      storage: [
        ...items("cookie", "visitor", "6 months", ["optimizelyEndUserId"]),
        ...items("cookie", "testing", "10 years", ["optimizelySegments", "optimizelyBuckets"]),
        ...items("cookie", "state", "session", [
          "optimizelyRedirectData",
          "optimizelyPendingLogEvents",
          "optimizelySession",
          "optimizelyRumlb",
        ]),
        ...items("cookie", "probe", "session", ["optimizelyDomainTestCookie"]),
        ...items("cookie", "optout", "10 years", ["optimizelyOptOut"], { keep: true }),
        ...items("localStorage", "testing", "persistent", ["optimizely*", "optly*"]),
        ...items("sessionStorage", "testing", "session", ["optimizely*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{5,20}$/);
      return {
        load: id
          ? (context) => {
              queue(context.window, "optimizely");
              return loadScript(context, `https://cdn.optimizely.com/js/${id}.js`);
            }
          : undefined,
      };
    },
  );
}

export default optimizely;
