import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { queue } from './kit/queue.js';

function mouseflow(options) {
  return defineService(
    {
      id: "mouseflow",
      name: "Mouseflow",
      category: "performance",
      purpose: "recording",
      provider: { name: "Mouseflow ApS", country: "DK" },
      transfer: ["US"],
      privacyUrl: "https://mouseflow.com/legal/privacy-policy/",
      hosts: ["*.mouseflow.com"],
      storage: [
        ...items("cookie", "visitor", "90 days", ["mf_user"]),
        ...items("cookie", "session", "session", ["mf_*-*-*-*-*"]),
        ...items("localStorage", "state", "persistent", ["mf_*"]),
        ...items("sessionStorage", "state", "session", ["mf_*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id ? (context) => {
          queue(context.window, "_mfq");
          return loadScript(context, `https://cdn.mouseflow.com/projects/${id}.js`);
        } : void 0,
        grant({ window }) {
          invoke(window, "mouseflow.start");
        },
        revoke({ window }) {
          invoke(window, "mouseflow.stop");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { mouseflow as default, mouseflow };
