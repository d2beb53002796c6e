import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function outbrain(options) {
  return defineService(
    {
      id: "outbrain",
      name: "Outbrain",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Outbrain UK Limited", country: "GB" },
      transfer: ["GB", "US"],
      privacyUrl: "https://www.outbrain.com/privacy/",
      hosts: ["*.outbrain.com"],
      storage: [
        ...items("cookie", "campaign", "1 day", ["dicbo_id", "outbrain_dicbo_id"]),
        ...items("cookie", "throttle", "5 minutes", ["outbrain_cid_fetch"]),
        ...items("localStorage", "state", "persistent", ["OB-*", "ob_*", "outbrain*"]),
        ...items("cookie", "visitor", "3 months", ["obuid", "auid", "recs"], { party: "third" }),
        ...items("cookie", "optout", "3 months", ["opout"], { party: "third", keep: true })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32,36}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, `outbrain ${id}`)) {
            const obApi = argumentsQueue(window, "obApi", "queue", "dispatch");
            if (obApi) Object.assign(obApi, { version: "1.1", loaded: true, marketerId: id });
            invoke(window, "obApi", "track", "PAGE_VIEW");
          }
          return loadScript(context, "https://amplify.outbrain.com/cp/obtp.js");
        } : void 0
      };
    }
  );
}

export { outbrain as default, outbrain };
