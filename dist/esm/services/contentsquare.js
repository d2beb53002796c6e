import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { queue } from './kit/queue.js';

function contentsquare(options) {
  return defineService(
    {
      id: "contentsquare",
      name: "Contentsquare",
      category: "performance",
      purpose: "recording",
      provider: { name: "Content Square SAS", country: "FR" },
      transfer: ["US"],
      privacyUrl: "https://contentsquare.com/privacy-center/privacy-policy/",
      hosts: ["*.contentsquare.net", "*.contentsquare.com", "*.hotjar.com", "*.hotjar.io"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_cs_id"]),
        ...items("cookie", "session", "30 minutes", ["_cs_s", "_cs_s_ctx"]),
        ...items("cookie", "visitor", "3 days", ["_cs_i"]),
        ...items("cookie", "state", "session", ["_cs_cvars"]),
        ...items("cookie", "consent", "13 months", ["_cs_c"]),
        ...items("cookie", "optout", "13 months", ["_cs_optout"], { keep: true })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{10,20}$/);
      return {
        load: id ? (context) => {
          queue(context.window, "_uxa");
          return loadScript(context, `https://t.contentsquare.net/uxa/${id}.js`);
        } : void 0,
        grant({ window }) {
          if (window._uxa) queue(window, "_uxa").push(["optin"]);
        },
        revoke({ window }) {
          if (window._uxa) queue(window, "_uxa").push(["optout"]);
        }
      };
    }
  );
}

export { contentsquare, contentsquare as default };
