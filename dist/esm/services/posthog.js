import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { methodsQueue } from './kit/methodsQueue.js';
import { once } from './kit/once.js';
import { record } from './kit/record.js';

const METHODS = "capture identify alias group reset register register_once unregister set_config on onFeatureFlags getFeatureFlag isFeatureEnabled reloadFeatureFlags opt_in_capturing opt_out_capturing startSessionRecording stopSessionRecording captureException".split(" ");
function posthog(options) {
  return defineService(
    {
      id: "posthog",
      name: "PostHog",
      category: "performance",
      purpose: "analytics",
      provider: { name: "PostHog, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://posthog.com/privacy",
      hosts: ["*.i.posthog.com", "*.posthog.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["ph_*_posthog"]),
        ...items("localStorage", "visitor", "persistent", ["ph_*"]),
        ...items("sessionStorage", "session", "session", ["ph_*"]),
        ...items("cookie", "probe", "session", ["dmn_chk_*"]),
        ...items("localStorage", "optout", "persistent", ["__ph_opt_in_out_*"], { keep: true }),
        ...items("cookie", "optout", "1 year", ["__ph_opt_in_out_*"], { keep: true })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[\w-]{20,64}$/);
      const host = read(
        "host",
        /^https?:\/\/[\w.-]+(:\d+)?(\/[\w/-]*)?$/,
        "https://eu.i.posthog.com"
      );
      const assets = host.replace(/\.i\.posthog\.com$/, "-assets.i.posthog.com");
      return {
        load: id ? async (context) => {
          const { window } = context;
          if (once(context, "posthog")) {
            const config = {
              api_host: host,
              // Else it writes its state once more when the page is left, after an opt-out.
              opt_out_persistence_by_default: true,
              ...record(options, "config")
            };
            const stub = Object.assign([], {
              __SV: 1,
              _i: [[id, config, "posthog"]],
              people: []
            });
            methodsQueue(stub, METHODS);
            window.posthog ??= stub;
          }
          await loadScript(context, `${assets}/static/array.js`, { crossorigin: "anonymous" });
          if (invoke(window, "posthog.has_opted_out_capturing")) optIn(window);
        } : void 0,
        grant: ({ window }) => optIn(window),
        revoke({ window }) {
          invoke(window, "posthog.opt_out_capturing");
        },
        silencedBy: "revoke",
        hosts: host.endsWith(".posthog.com") ? void 0 : [new URL(host).host]
      };
    }
  );
}
function optIn(window) {
  invoke(window, "posthog.opt_in_capturing", { captureEventName: false });
}

export { posthog as default, posthog };
