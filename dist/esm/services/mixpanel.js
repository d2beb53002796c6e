import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { methodsQueue } from './kit/methodsQueue.js';
import { once } from './kit/once.js';
import { record } from './kit/record.js';

const METHODS = "track identify alias register register_once unregister reset time_event set_config opt_in_tracking opt_out_tracking disable track_pageview track_links track_forms set_group add_group remove_group".split(" ");
const PEOPLE = "set set_once unset increment append union track_charge delete_user remove".split(
  " "
);
function mixpanel(options) {
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
        ...items("cookie", "optout", "1 year", ["__mp_opt_in_out_*", "mp_optout"], { keep: true })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      const script = read(
        "script",
        /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]+\.js$/,
        "https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"
      );
      return {
        load: id ? async (context) => {
          const { window } = context;
          if (once(context, "mixpanel")) {
            const people = [];
            const init = [id, record(options, "config"), "mixpanel"];
            const stub = Object.assign([], { __SV: 1.2, _i: [init], people });
            methodsQueue(stub, METHODS);
            methodsQueue(people, PEOPLE);
            window.mixpanel ??= stub;
          }
          await loadScript(context, script);
          if (invoke(window, "mixpanel.has_opted_out_tracking")) {
            invoke(window, "mixpanel.opt_in_tracking");
          }
        } : void 0,
        grant({ window }) {
          invoke(window, "mixpanel.opt_in_tracking");
        },
        revoke({ window }) {
          invoke(window, "mixpanel.opt_out_tracking");
        },
        silencedBy: "revoke",
        hosts: /\.mxpnl\.com\//.test(script) ? void 0 : [new URL(script).host, "*.mixpanel.com"]
      };
    }
  );
}

export { mixpanel as default, mixpanel };
