import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `peerius` takes, beside the fields of a service. */
export interface PeeriusOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Host of the account, such as `shop.peerius.com`. Absent: the page's own markup starts it. */
  host?: string;
  /**
   * Put on `window.PeeriusCallbacks` unless the page has its own: `{ track: { … }, apiVersion:
   * "v1_4" }`.
   */
  callbacks?: Record<string, unknown>;
}

/**
 * Peerius product recommendations (Optimizely, formerly Episerver). `PeeriusCallbacks` must stand
 * before its script, by `callbacks` or by the page. One cookie lives 20 years: the site's notice
 * should say so.
 *
 * @confidence medium
 * @source https://world.episerver.com/documentation/developer-guides/personalization/
 * @source https://support.optimizely.com/hc/en-us/articles/115002970466
 * @source PeeriusCallbacks integrations (Qubit tag library)
 * @checked tracker-radar crawl of November 2024
 * @unverified which legal entity of the group contracts in the EEA
 * @unverified cookies: seen in crawls, named by no document of the vendor
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { peerius } from "consentry/services/peerius";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [peerius({ host: "shop.peerius.com", callbacks: { track: { type: "home" } } })] });
 */
export function peerius<const Category extends string = "marketing">(
  options?: PeeriusOptions<Category>,
): Service<"peerius", Category> {
  return defineService(
    {
      id: "peerius",
      name: "Peerius",
      category: "marketing",
      purpose: "remarketing",
      provider: { name: "Optimizely North America Inc.", country: "US" },
      transfer: ["US", "GB"],
      privacyUrl: "https://www.optimizely.com/legal/privacy-notice/",
      hosts: ["*.peerius.com", "*.peerius.episerver.net", "*.productrecs.episerver.net"],
      storage: [
        ...items("cookie", "visitor", "20 years", ["peerius_user"]),
        ...items("cookie", "session", "4 hours", ["peerius_sess"]),
        ...items("cookie", "state", "1 minute", ["peerius_rid", "peerius_ct"]),
        ...items("cookie", "visitor", "20 years", ["*_peerius_user"]),
        ...items("cookie", "session", "4 hours", ["*_peerius_sess"]),
        ...items("cookie", "state", "1 minute", ["*_peerius_rid", "*_peerius_ct"]),
        ...items("cookie", "personalisation", "persistent", ["EPi:*"]),
      ],
    },
    options,
    (read) => {
      const host = read("host", /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(peerius\.com|episerver\.net)$/);
      return {
        load: host
          ? (context) => {
              context.window.PeeriusCallbacks ??= record(options, "callbacks");
              return loadScript(context, `https://${host}/tracker/peerius.page`, {
                charset: "UTF-8",
              });
            }
          : undefined,
      };
    },
    ["callbacks"],
  );
}

export default peerius;
