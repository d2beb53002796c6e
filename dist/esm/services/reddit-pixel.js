import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function redditPixel(options) {
  return defineService(
    {
      id: "reddit-pixel",
      name: "Reddit Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Reddit Netherlands B.V.", country: "NL" },
      transfer: ["US"],
      privacyUrl: "https://www.reddit.com/policies/privacy-policy",
      hosts: ["www.redditstatic.com", "*.reddit.com"],
      storage: [
        ...items("cookie", "visitor", "90 days", ["_rdt_uuid", "_rdt_em"]),
        ...items("cookie", "campaign", "90 days", ["_rdt_cid", "_rdt_pn"]),
        ...items("localStorage", "state", "persistent", ["_rdt*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^(t2|a2)_[a-z0-9]{4,20}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, `rdt ${id}`)) {
            argumentsQueue(window, "rdt", "callQueue", "sendEvent");
            invoke(window, "rdt", "init", id);
            invoke(window, "rdt", "track", "PageVisit");
          }
          return loadScript(context, "https://www.redditstatic.com/ads/pixel.js");
        } : void 0,
        grant({ window }) {
          invoke(window, "rdt", "enableFirstPartyCookies");
        },
        revoke({ window }) {
          invoke(window, "rdt", "disableFirstPartyCookies");
        }
      };
    }
  );
}

export { redditPixel as default, redditPixel };
