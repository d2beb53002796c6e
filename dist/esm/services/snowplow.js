import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';
import { record } from './kit/record.js';

function snowplow(options) {
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
        ...items("localStorage", "visitor", "persistent", ["_sp_id.*", "_sp_ses.*"])
      ]
    },
    options,
    (read) => {
      const script = read("script", /^https?:\/\/[\w.-]+(:\d+)?\/[\w.@/-]+\.js$/);
      const collector = read("collector", /^https?:\/\/[\w.-]+(:\d+)?$/);
      const appId = read("appId", /^[\w .-]{1,64}$/, "site");
      return {
        load: script && collector ? (context) => {
          const { window } = context;
          if (once(context, "snowplow")) {
            const config = { appId, ...record(options, "config") };
            queue(window, "GlobalSnowplowNamespace").push("snowplow");
            argumentsQueue(window, "snowplow");
            invoke(window, "snowplow", "newTracker", "sp", collector, config);
            invoke(window, "snowplow", "trackPageView");
          }
          return loadScript(context, script);
        } : void 0,
        grant({ window }) {
          invoke(window, "snowplow", "disableAnonymousTracking", {
            stateStorageStrategy: "cookieAndLocalStorage"
          });
        },
        revoke({ window }) {
          invoke(window, "snowplow", "enableAnonymousTracking", {
            options: { withServerAnonymisation: true },
            stateStorageStrategy: "none"
          });
          invoke(window, "snowplow", "clearUserData");
        },
        hosts: script && collector ? [new URL(script).host, new URL(collector).host] : void 0
      };
    }
  );
}

export { snowplow as default, snowplow };
