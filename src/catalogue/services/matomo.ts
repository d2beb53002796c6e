import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { matomoFacts } from "./kit/matomo.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `matomo` takes, beside the fields of a service. */
export interface MatomoOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Folder that answers `matomo.php`, ending in `/`. Absent: the page's own markup starts it. */
  url?: string;
  /** Id of the site in Matomo. */
  id?: number | string;
  /** Address of the script where it is not `matomo.js` in that folder (Matomo Cloud's CDN). */
  script?: string;
}

/**
 * Matomo, in its cloud or on the site's own host. `forgetConsentGiven` deletes its cookies, stops
 * it and is remembered in a cookie; `setConsentGiven` undoes it, so that is sent first at each
 * load.
 *
 * @confidence high
 * @source https://developer.matomo.org/guides/tracking-consent
 * @source matomo-org/matomo@f09912cb70 js/piwik.js
 * @source matomo-org/developer-documentation (2024-10-22)
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source c15t@cfcbbf85
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { matomo } from "consentry/services/matomo";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [matomo({ url: "https://stats.example/", id: 3 })] });
 */
export function matomo<const Category extends string = "performance">(
  options?: MatomoOptions<Category>,
): Service<"matomo", Category> {
  return defineService(
    {
      id: "matomo",
      name: "Matomo",
      category: "performance",
      purpose: "analytics",
      ...matomoFacts,
      storage: [
        ...matomoFacts.storage,
        ...items("cookie", "probe", "session", ["_pk_testcookie*"]),
        ...items("cookie", "visitor", "13 months", ["_pk_uid*"]),
        ...items(
          "cookie",
          "consent",
          "30 years",
          ["mtm_consent", "mtm_consent_removed", "mtm_cookie_consent"],
          { keep: true },
        ),
        ...items("cookie", "optout", "30 years", ["piwik_ignore", "matomo_ignore"], {
          party: "third",
          keep: true,
        }),
        ...items("cookie", "session", "14 days", ["MATOMO_SESSID"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const url = read("url", /^https?:\/\/[\w.-]+(:\d+)?\/([\w./-]*\/)?$/);
      const id = read("id", /^\d{1,9}$/);
      const script = read("script", /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]+\.js$/, `${url}matomo.js`);
      return {
        load:
          url && id
            ? (context) => {
                if (once(context, `matomo ${url} ${id}`)) {
                  const calls = [
                    ["setConsentGiven"],
                    ["setTrackerUrl", `${url}matomo.php`],
                    ["setSiteId", id],
                    ["trackPageView"],
                    ["enableLinkTracking"],
                  ];
                  for (const call of calls) queue(context.window, "_paq").push(call);
                }
                return loadScript(context, script);
              }
            : undefined,
        grant({ window }) {
          queue(window, "_paq").push(["setConsentGiven"]);
        },
        revoke({ window }) {
          queue(window, "_paq").push(["forgetConsentGiven"]);
        },
        silencedBy: "revoke",
        hosts: url ? [...new Set([new URL(url).host, new URL(script).host])] : undefined,
      };
    },
  );
}

export default matomo;
