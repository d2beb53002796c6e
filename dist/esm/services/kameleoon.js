import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { queue } from './kit/queue.js';

function kameleoon(options) {
  return defineService(
    {
      id: "kameleoon",
      name: "Kameleoon",
      category: "performance",
      purpose: "testing",
      provider: { name: "Kameleoon SAS", country: "FR" },
      privacyUrl: "https://www.kameleoon.com/privacy-policy",
      hosts: ["*.kameleoon.io", "*.kameleoon.eu", "*.kameleoon.com"],
      storage: [
        ...items("cookie", "visitor", "380 days", ["kameleoonVisitorCode"]),
        ...items("cookie", "testing", "30 days", [
          "kameleoonPageViewCount*",
          "kameleoonExposed*",
          "kameleoonTrackingAllowed*",
          "kameleoonSessionExternalReferrer*"
        ]),
        ...items("localStorage", "testing", "persistent", ["kameleoon*"]),
        ...items("sessionStorage", "testing", "session", ["kameleoon*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{10}$/);
      const enable = (window) => {
        invoke(window, "Kameleoon.API.Core.enableLegalConsent");
      };
      return {
        load: id ? async (context) => {
          queue(context.window, "kameleoonQueue");
          await loadScript(context, `https://${id}.kameleoon.io/engine.js`);
          enable(context.window);
        } : void 0,
        grant: ({ window }) => enable(window),
        revoke({ window }) {
          invoke(window, "Kameleoon.API.Core.disableLegalConsent");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { kameleoon as default, kameleoon };
