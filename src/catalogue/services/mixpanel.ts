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
  "track identify alias register register_once unregister reset time_event set_config " +
  "opt_in_tracking opt_out_tracking disable track_pageview track_links track_forms set_group " +
  "add_group remove_group"
).split(" ");
const PEOPLE = "set set_once unset increment append union track_charge delete_user remove".split(
  " ",
);

/** What `mixpanel` takes, beside the fields of a service. */
export interface MixpanelOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Project token, 32 hexadecimal digits. Absent: the page's own markup starts it. */
  id?: string;
  /** Where the script comes from. Default Mixpanel's CDN. */
  script?: string;
  /**
   * Handed to `mixpanel.init(id, config)`, for example `{ api_host: "https://api-eu.mixpanel.com"
   * }`.
   */
  config?: Record<string, unknown>;
}

/**
 * Mixpanel. Its opt-out is remembered in the browser, so a load after a withdrawal takes it back. It
 * holds its databases open: they go when the page is left.
 *
 * @confidence high
 * @source mixpanel/mixpanel-js@4ca40f41 source
 * @source npm mixpanel-browser@2.83.0
 * @source nuxt/scripts@5052a9fd
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { mixpanel } from "consentry/services/mixpanel";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [mixpanel({ id: "0123456789abcdef0123456789abcdef", config: { api_host: "https://api-eu.mixpanel.com" } })] });
 */
export function mixpanel<const Category extends string = "performance">(
  options?: MixpanelOptions<Category>,
): Service<"mixpanel", Category> {
  return defineService(
    {
      id: "mixpanel",
      name: "Mixpanel",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Mixpanel, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://mixpanel.com/legal/privacy-policy/",
      hosts: ["*.mxpnl.com", "*.mixpanel.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["mp_*_mixpanel"]),
        ...items("localStorage", "visitor", "persistent", ["mp_*_mixpanel"]),
        ...items("localStorage", "state", "persistent", ["__mpq_*"]),
        ...items("sessionStorage", "session", "session", ["mp_gen_new_tab_id_*", "mp_tab_id_*"]),
        ...items("indexedDB", "state", "persistent", ["mixpanelBrowserDb", "mixpanelFlagsDb"]),
        ...items("localStorage", "optout", "persistent", ["__mp_opt_in_out_*"], { keep: true }),
        ...items("cookie", "optout", "1 year", ["__mp_opt_in_out_*", "mp_optout"], { keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      const script = read(
        "script",
        /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]+\.js$/,
        "https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js",
      );
      return {
        load: id
          ? async (context) => {
              const { window } = context;
              if (once(context, "mixpanel")) {
                const people: unknown[] = [];
                const init = [id, record(options, "config"), "mixpanel"];
                // Without `__SV` and `_i` the library logs a version mismatch and drops everything.
                const stub = Object.assign([], { __SV: 1.2, _i: [init], people });
                methodsQueue(stub, METHODS);
                methodsQueue(people, PEOPLE);
                window.mixpanel ??= stub;
              }
              await loadScript(context, script);
              if (invoke(window, "mixpanel.has_opted_out_tracking")) {
                invoke(window, "mixpanel.opt_in_tracking");
              }
            }
          : undefined,
        grant({ window }) {
          invoke(window, "mixpanel.opt_in_tracking");
        },
        revoke({ window }) {
          invoke(window, "mixpanel.opt_out_tracking");
        },
        silencedBy: "revoke",
        hosts: /\.mxpnl\.com\//.test(script) ? undefined : [new URL(script).host, "*.mixpanel.com"],
      };
    },
    ["config"],
  );
}

export default mixpanel;
