import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function criteo(options) {
  return defineService(
    {
      id: "criteo",
      name: "Criteo",
      category: "marketing",
      purpose: "remarketing",
      provider: { name: "Criteo SA", country: "FR" },
      transfer: ["US"],
      privacyUrl: "https://www.criteo.com/privacy/",
      hosts: ["*.criteo.com", "*.criteo.net"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["cto_bundle", "cto_dna_bundle", "cto_lwid"]),
        ...items("cookie", "visitor", "13 months", [
          "cto_bidid",
          "cto_axid",
          "cto_idcpy",
          "cto_sid",
          "cto_clc"
        ]),
        ...items("cookie", "probe", "session", ["cto_test_cookie", "cto_tld_test"]),
        ...items("cookie", "optout", "13 months", ["cto_optout"], { keep: true }),
        ...items("localStorage", "visitor", "persistent", ["cto_*", "criteo*"]),
        ...items("cookie", "visitor", "13 months", ["uid"], { party: "third" }),
        ...items("cookie", "optout", "5 years", ["optout"], { party: "third", keep: true }),
        ...items("cookie", "probe", "session", ["cto_pub_test"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{3,8}$/);
      const type = read("siteType", /^[dmt]$/, "d");
      return {
        load: id ? (context) => {
          if (once(context, `criteo ${id}`)) {
            queue(context.window, "criteo_q").push(
              { event: "setAccount", account: Number(id) },
              { event: "setSiteType", type }
            );
          }
          return loadScript(context, `https://dynamic.criteo.com/js/ld/ld.js?a=${id}`);
        } : void 0
      };
    }
  );
}

export { criteo, criteo as default };
