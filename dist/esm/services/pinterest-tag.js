import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function pinterestTag(options) {
  return defineService(
    {
      id: "pinterest-tag",
      name: "Pinterest Tag",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Pinterest Europe Ltd.", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://policy.pinterest.com/privacy-policy",
      hosts: ["s.pinimg.com", "ct.pinterest.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["_pin_unauth"]),
        ...items("cookie", "campaign", "1 year", ["_epik", "_derived_epik", "_nccapi_url"]),
        ...items("localStorage", "state", "persistent", ["_pin*"]),
        ...items("sessionStorage", "state", "session", ["_pin*"]),
        ...items(
          "cookie",
          "visitor",
          "1 year",
          ["_pinterest_ct_ua", "_pinterest_ct", "_pinterest_ct_rt", "_pinterest_sess", "ar_debug"],
          { party: "third" }
        )
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{8,20}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, `pintrk ${id}`)) {
            const list = [];
            window.pintrk ??= Object.assign((...call) => void list.push(call), {
              queue: list,
              version: "3.0"
            });
            invoke(window, "pintrk", "load", id);
            invoke(window, "pintrk", "page");
          }
          return loadScript(context, "https://s.pinimg.com/ct/core.js");
        } : void 0,
        grant({ window }) {
          invoke(window, "pintrk", "setconsent", true);
        },
        revoke({ window }) {
          invoke(window, "pintrk", "setconsent", false);
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { pinterestTag as default, pinterestTag };
