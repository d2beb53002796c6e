import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function smartsupp(options) {
  return defineService(
    {
      id: "smartsupp",
      name: "Smartsupp",
      category: "functional",
      purpose: "chat",
      provider: { name: "Smartsupp.com, s.r.o.", country: "CZ" },
      privacyUrl: "https://www.smartsupp.com/help/privacy/",
      hosts: ["*.smartsuppchat.com", "*.smartsupp.com", "*.smartsuppcdn.com"],
      storage: [
        ...items("cookie", "visitor", "6 months", ["ssupp.vid", "ssupp.visits"]),
        ...items("cookie", "state", "session", [
          "ssupp.chatid",
          "ssupp.group",
          "ssupp.opened",
          "ssupp.barclicked",
          "ssupp.message",
          "ssupp.unread",
          "ssupp.animbnr"
        ]),
        ...items("localStorage", "state", "persistent", ["ssupp*"]),
        ...items("cookie", "delivery", "7 days", ["AWSALB", "AWSALBCORS"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{40}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          window._smartsupp = Object.assign(window._smartsupp ?? {}, { key: id });
          argumentsQueue(window, "smartsupp", "_");
          return loadScript(context, "https://www.smartsuppchat.com/loader.js");
        } : void 0,
        revoke({ window }) {
          invoke(window, "smartsupp", "analyticsConsent", false);
          invoke(window, "smartsupp", "marketingConsent", false);
        }
      };
    }
  );
}

export { smartsupp as default, smartsupp };
