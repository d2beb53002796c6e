import type { Service } from "../../core/config/service.ts";
import { own } from "../../lib/own.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `newRelic` takes, beside the fields of a service. */
export interface NewRelicOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** True: the agent waits for consent, which is reported by `newrelic.consent()`. */
  consentMode?: boolean;
}

/**
 * New Relic Browser. It is mostly injected by the server, so its own consent mode is the gate:
 * switch `browser_consent_mode` on in the agent and set `consentMode`.
 *
 * @confidence high
 * @source newrelic/newrelic-browser-agent@df7260404 source
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { newRelic } from "consentry/services/new-relic";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [newRelic({ consentMode: true })] });
 */
export function newRelic<const Category extends string = "performance">(
  options?: NewRelicOptions<Category>,
): Service<"new-relic", Category> {
  return defineService(
    {
      id: "new-relic",
      name: "New Relic",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "New Relic, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://newrelic.com/termsandconditions/privacy",
      hosts: ["js-agent.newrelic.com", "*.nr-data.net"],
      storage: [
        ...items("localStorage", "session", "4 hours", ["NRBA_SESSION*"]),
        ...items("sessionStorage", "session", "session", ["NRBA*"]),
        ...items("cookie", "session", "session", ["JSESSIONID"], { party: "third" }),
      ],
    },
    options,
    () => {
      if (own(options, "consentMode") !== true) return {};
      return {
        load({ window }) {
          invoke(window, "newrelic.consent", true);
        },
        grant({ window }) {
          invoke(window, "newrelic.consent", true);
        },
        revoke({ window }) {
          invoke(window, "newrelic.consent", false);
        },
        silencedBy: "revoke",
      };
    },
    ["consentMode"],
  );
}

export default newRelic;
