import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { methodsQueue } from "./kit/methodsQueue.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

const METHODS = (
  "capture identify alias group reset register register_once unregister set_config on " +
  "onFeatureFlags getFeatureFlag isFeatureEnabled reloadFeatureFlags opt_in_capturing " +
  "opt_out_capturing startSessionRecording stopSessionRecording captureException"
).split(" ");

/** What `posthog` takes, beside the fields of a service. */
export interface PosthogOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Project key, `phc_…`. Absent: the page's own markup starts it. */
  id?: string;
  /** Where events go. Default `"https://eu.i.posthog.com"`. */
  host?: string;
  /** Handed to `posthog.init(id, config)`. */
  config?: Record<string, unknown>;
}

/**
 * PostHog. Its opt-out is remembered in the browser, so a load after a withdrawal takes it back.
 *
 * @confidence high
 * @source npm posthog-js@1.449.2
 * @source PostHog/posthog-js@9b2a1b18d source
 * @source nuxt/scripts@5052a9fd
 * @source c15t@cfcbbf85
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { posthog } from "consentry/services/posthog";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [posthog({ id: "phc_0123456789abcdefghij", config: { autocapture: false } })] });
 */
export function posthog<const Category extends string = "performance">(
  options?: PosthogOptions<Category>,
): Service<"posthog", Category> {
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
        ...items("cookie", "optout", "1 year", ["__ph_opt_in_out_*"], { keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[\w-]{20,64}$/);
      const host = read(
        "host",
        /^https?:\/\/[\w.-]+(:\d+)?(\/[\w/-]*)?$/,
        "https://eu.i.posthog.com",
      );
      const assets = host.replace(/\.i\.posthog\.com$/, "-assets.i.posthog.com");
      return {
        load: id
          ? async (context) => {
              const { window } = context;
              if (once(context, "posthog")) {
                const config = {
                  api_host: host,
                  // Else it writes its state once more when the page is left, after an opt-out.
                  opt_out_persistence_by_default: true,
                  ...record(options, "config"),
                };
                const stub = Object.assign([], {
                  __SV: 1,
                  _i: [[id, config, "posthog"]],
                  people: [],
                });
                methodsQueue(stub, METHODS);
                window.posthog ??= stub;
              }
              await loadScript(context, `${assets}/static/array.js`, { crossorigin: "anonymous" });
              if (invoke(window, "posthog.has_opted_out_capturing")) optIn(window);
            }
          : undefined,
        grant: ({ window }) => optIn(window),
        revoke({ window }) {
          invoke(window, "posthog.opt_out_capturing");
        },
        silencedBy: "revoke",
        hosts: host.endsWith(".posthog.com") ? undefined : [new URL(host).host],
      };
    },
    ["config"],
  );
}

export default posthog;

/** Without an event of its own: consent is no visit. */
function optIn(window: object): void {
  invoke(window, "posthog.opt_in_capturing", { captureEventName: false });
}
