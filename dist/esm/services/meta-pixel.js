import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function metaPixel(options) {
  return defineService(
    {
      id: "meta-pixel",
      name: "Meta Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Meta Platforms Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.facebook.com/privacy/policy/",
      hosts: ["connect.facebook.net", "www.facebook.com"],
      storage: [
        ...items("cookie", "visitor", "90 days", ["_fbp"]),
        ...items("cookie", "campaign", "90 days", ["_fbc"]),
        ...items("localStorage", "campaign", "persistent", [
          "lastExternalReferrer",
          "lastExternalReferrerTime"
        ]),
        ...items("cookie", "visitor", "90 days", ["fr"], { party: "third" }),
        ...items("cookie", "visitor", "13 months", ["datr", "sb", "xs", "c_user", "oo"], {
          party: "third"
        })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{8,20}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, `fbq ${id}`)) {
            const fbq = argumentsQueue(window, "fbq", "queue", "callMethod");
            if (fbq) Object.assign(fbq, { push: fbq, loaded: true, version: "2.0" });
            window._fbq ??= window.fbq;
            invoke(window, "fbq", "init", id);
            invoke(window, "fbq", "track", "PageView");
          }
          return loadScript(context, "https://connect.facebook.net/en_US/fbevents.js");
        } : void 0,
        grant({ window }) {
          invoke(window, "fbq", "consent", "grant");
        },
        revoke({ window }) {
          invoke(window, "fbq", "consent", "revoke");
        }
      };
    }
  );
}

export { metaPixel as default, metaPixel };
