import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";
import { record } from "./kit/record.ts";

/** What `snowplow` takes, beside the fields of a service. */
export interface SnowplowOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Address of sp.js. Absent, or without `collector`: the page's own markup starts it. */
  script?: string;
  /** Address of the collector. */
  collector?: string;
  /** Application id. */
  appId?: string;
  /** Handed to `newTracker`, beside the application id. */
  config?: Record<string, unknown>;
}

/**
 * Snowplow with the site's own collector. Anonymous tracking still sends events, so a withdrawal
 * reloads.
 *
 * @confidence high
 * @source snowplow/documentation
 * @source npm @snowplow/browser-tracker-core@4.10.2
 * @source Open-Cookie-Database@0ee5a17
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { snowplow } from "consentry/services/snowplow";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [snowplow({ script: "https://cdn.example/sp.js", collector: "https://collect.example", appId: "shop" })] });
 */
export function snowplow<const Category extends string = "performance">(
  options?: SnowplowOptions<Category>,
): Service<"snowplow", Category> {
  return defineService(
    {
      id: "snowplow",
      name: "Snowplow",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Snowplow Analytics Limited", country: "GB" },
      transfer: ["GB"],
      privacyUrl: "https://snowplow.io/privacy-policy",
      hosts: [],
      storage: [
        ...items("cookie", "visitor", "2 years", ["_sp_id.*"]),
        ...items("cookie", "session", "30 minutes", ["_sp_ses.*"]),
        ...items("cookie", "visitor", "1 year", ["sp"], { party: "third" }),
        ...items("localStorage", "state", "persistent", ["snowplowOutQueue_*"]),
        ...items("localStorage", "visitor", "persistent", ["_sp_id.*", "_sp_ses.*"]),
      ],
    },
    options,
    (read) => {
      const script = read("script", /^https?:\/\/[\w.-]+(:\d+)?\/[\w.@/-]+\.js$/);
      const collector = read("collector", /^https?:\/\/[\w.-]+(:\d+)?$/);
      const appId = read("appId", /^[\w .-]{1,64}$/, "site");
      return {
        load:
          script && collector
            ? (context) => {
                const { window } = context;
                if (once(context, "snowplow")) {
                  const config = { appId, ...record(options, "config") };
                  queue(window, "GlobalSnowplowNamespace").push("snowplow");
                  argumentsQueue(window, "snowplow");
                  invoke(window, "snowplow", "newTracker", "sp", collector, config);
                  invoke(window, "snowplow", "trackPageView");
                }
                return loadScript(context, script);
              }
            : undefined,
        grant({ window }) {
          invoke(window, "snowplow", "disableAnonymousTracking", {
            stateStorageStrategy: "cookieAndLocalStorage",
          });
        },
        revoke({ window }) {
          invoke(window, "snowplow", "enableAnonymousTracking", {
            options: { withServerAnonymisation: true },
            stateStorageStrategy: "none",
          });
          invoke(window, "snowplow", "clearUserData");
        },
        hosts: script && collector ? [new URL(script).host, new URL(collector).host] : undefined,
      };
    },
    ["config"],
  );
}

export default snowplow;
