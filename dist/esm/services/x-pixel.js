import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';

function xPixel(options) {
  return defineService(
    {
      id: "x-pixel",
      name: "X Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "X Internet Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://x.com/en/privacy",
      hosts: ["static.ads-twitter.com", "analytics.twitter.com", "t.co", "ads-api.x.com"],
      storage: [
        ...items("cookie", "campaign", "90 days", ["_twclid"]),
        ...items("cookie", "visitor", "13 months", ["_twpid"]),
        ...items(
          "cookie",
          "visitor",
          "2 years",
          ["muc_ads", "personalization_id", "guest_id", "guest_id_ads", "guest_id_marketing"],
          { party: "third" }
        )
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{4,8}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, `twq ${id}`)) {
            const twq = argumentsQueue(window, "twq", "queue", "exe");
            if (twq) Object.assign(twq, { version: "1.1" });
            invoke(window, "twq", "config", id);
          }
          return loadScript(context, "https://static.ads-twitter.com/uwt.js");
        } : void 0
      };
    }
  );
}

export { xPixel as default, xPixel };
