import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `piwikPro` takes, beside the fields of a service. */
export interface PiwikProOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Site id, a UUID. Absent, or without `account`: the page's own markup starts it. */
  id?: string;
  /** Account, the first part of `<account>.containers.piwik.pro`. */
  account?: string;
}

/**
 * Piwik PRO. After a refusal it may go on anonymously, as the account says: a withdrawal reloads.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source npm @piwikpro/tracking-base-library@1.7.0
 * @source Piwik PRO docs for ppms.cm.api
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { piwikPro } from "consentry/services/piwik-pro";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [piwikPro({ id: "01234567-89ab-cdef-0123-456789abcdef", account: "acme" })] });
 */
export function piwikPro<const Category extends string = "performance">(
  options?: PiwikProOptions<Category>,
): Service<"piwik-pro", Category> {
  return defineService(
    {
      id: "piwik-pro",
      name: "Piwik PRO",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Piwik PRO Sp. z o.o.", country: "PL" },
      privacyUrl: "https://piwik.pro/privacy-policy/",
      hosts: ["*.piwik.pro"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_pk_id.*"]),
        ...items("cookie", "session", "30 minutes", ["_pk_ses.*"]),
        ...items("cookie", "state", "1 year", ["stg_last_interaction", "stg_returning_visitor"]),
        ...items("cookie", "campaign", "30 minutes", [
          "stg_traffic_source_priority",
          "stg_externalReferrer",
          "stg_utm_campaign",
          "stg_pk_campaign",
        ]),
        ...items("cookie", "state", "14 days", ["stg_fired_*", "stg_debug*"]),
        ...items("cookie", "consent", "1 year", ["ppms_privacy_*", "ppms_privacy_bar_*"], {
          keep: true,
        }),
        ...items("localStorage", "state", "persistent", ["ppms*", "_pk_*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const account = read("account", /^[a-z0-9-]{1,63}$/);
      const decide = (window: object, status: 0 | 1): void => {
        const consents = { analytics: { status } };
        const done = (): void => undefined;
        invoke(window, "ppms.cm.api", "setComplianceSettings", { consents }, done, done);
      };
      return {
        load:
          id && account
            ? (context) => {
                if (once(context, `piwik-pro ${id}`)) {
                  queue(context.window, "dataLayer").push({
                    start: Date.now(),
                    event: "stg.start",
                  });
                }
                return loadScript(context, `https://${account}.containers.piwik.pro/${id}.js`);
              }
            : undefined,
        grant: ({ window }) => decide(window, 1),
        revoke: ({ window }) => decide(window, 0),
      };
    },
  );
}

export default piwikPro;
