import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { queue } from './kit/queue.js';

function crisp(options) {
  return defineService(
    {
      id: "crisp",
      name: "Crisp",
      category: "functional",
      purpose: "chat",
      provider: { name: "Crisp IM SAS", country: "FR" },
      privacyUrl: "https://crisp.chat/en/privacy/",
      hosts: ["*.crisp.chat"],
      storage: [
        ...items("cookie", "visitor", "6 months", [
          "crisp-client/session/*",
          "crisp-client%2Fsession%2F*"
        ]),
        ...items("cookie", "state", "10 minutes", [
          "crisp-client/socket/*",
          "crisp-client%2Fsocket%2F*"
        ]),
        ...items("localStorage", "state", "persistent", ["crisp-client*"]),
        ...items("sessionStorage", "state", "session", ["crisp-client*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id ? (context) => {
          queue(context.window, "$crisp");
          context.window.CRISP_WEBSITE_ID = id;
          return loadScript(context, "https://client.crisp.chat/l.js");
        } : void 0,
        revoke({ window }) {
          if (window.$crisp) queue(window, "$crisp").push(["do", "session:reset"]);
        }
      };
    }
  );
}

export { crisp, crisp as default };
