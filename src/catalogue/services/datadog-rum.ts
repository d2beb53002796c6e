import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `datadogRum` takes, beside the fields of a service. */
export interface DatadogRumOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Application id, a UUID. Absent, or without `clientToken`: the page's own markup starts it. */
  id?: string;
  /** Client token, `pub…`. */
  clientToken?: string;
  /** Datadog site. Default `"datadoghq.eu"`. */
  site?:
    | "datadoghq.com"
    | "datadoghq.eu"
    | "us3.datadoghq.com"
    | "us5.datadoghq.com"
    | "ap1.datadoghq.com";
  /** Further options of `DD_RUM.init`. */
  config?: Record<string, unknown>;
}

/**
 * Datadog Real User Monitoring by its asynchronous CDN script.
 *
 * @confidence high
 * @source DataDog/browser-sdk@b2344e747 source
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { datadogRum } from "consentry/services/datadog-rum";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [datadogRum({ id: "01234567-89ab-cdef-0123-456789abcdef", clientToken: "pub0123456789abcdef0123456789abcdef", config: { service: "shop" } })] });
 */
export function datadogRum<const Category extends string = "performance">(
  options?: DatadogRumOptions<Category>,
): Service<"datadog-rum", Category> {
  return defineService(
    {
      id: "datadog-rum",
      name: "Datadog RUM",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "Datadog, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.datadoghq.com/legal/privacy/",
      hosts: [
        "www.datadoghq-browser-agent.com",
        "*.datadoghq.com",
        "*.datadoghq.eu",
        "browser-intake-datadoghq.com",
        "browser-intake-datadoghq.eu",
        "browser-intake-us3-datadoghq.com",
        "browser-intake-us5-datadoghq.com",
        "browser-intake-ap1-datadoghq.com",
      ],
      storage: [
        ...items("cookie", "session", "1 year", ["_dd_s", "_dd_s_v2"]),
        ...items("cookie", "probe", "session", ["dd_site_test_*", "dd_cookie_test_*"]),
        ...items("localStorage", "session", "persistent", ["_dd*"]),
        ...items("sessionStorage", "session", "session", ["_dd*"]),
      ],
    },
    options,
    (read) => {
      const applicationId = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const clientToken = read("clientToken", /^pub[0-9a-f]{32}$/);
      const site = read("site", /^((us3|us5|ap1)\.)?datadoghq\.(com|eu)$/, "datadoghq.eu");
      const region = site.endsWith(".eu") ? "eu1" : (/^[a-z]+\d(?=\.)/.exec(site)?.[0] ?? "us1");
      return {
        load:
          applicationId && clientToken
            ? (context) => {
                const { window } = context;
                if (once(context, "DD_RUM")) {
                  const q: unknown[] = [];
                  window.DD_RUM ??= { q, onReady: (ready: unknown) => q.push(ready) };
                  const config = { ...record(options, "config"), applicationId, clientToken, site };
                  invoke(window, "DD_RUM.onReady", () => invoke(window, "DD_RUM.init", config));
                }
                return loadScript(
                  context,
                  `https://www.datadoghq-browser-agent.com/${region}/v6/datadog-rum.js`,
                );
              }
            : undefined,
        grant({ window }) {
          invoke(window, "DD_RUM.setTrackingConsent", "granted");
        },
        revoke({ window }) {
          invoke(window, "DD_RUM.setTrackingConsent", "not-granted");
        },
        silencedBy: "revoke",
      };
    },
    ["config"],
  );
}

export default datadogRum;
