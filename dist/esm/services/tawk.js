import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function tawk(options) {
  return defineService(
    {
      id: "tawk",
      name: "tawk.to",
      category: "functional",
      purpose: "chat",
      provider: { name: "tawk.to inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.tawk.to/privacy-policy/",
      hosts: ["*.tawk.to", "*.tawk.link"],
      storage: [
        ...items("cookie", "visitor", "180 days", ["twk_uuid_*"]),
        ...items("cookie", "session", "session", ["TawkConnectionTime", "twk_idm_key"]),
        ...items("cookie", "visitor", "10 years", ["__tawkuuid", "tawkUUID", "TawkCookie"]),
        ...items("localStorage", "state", "persistent", ["twk_*"]),
        ...items("sessionStorage", "state", "session", ["twk_*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{24}\/[a-z0-9]{1,20}$/);
      return {
        load: id ? (context) => {
          context.window.Tawk_API ??= {};
          context.window.Tawk_LoadStart ??= /* @__PURE__ */ new Date();
          return loadScript(context, `https://embed.tawk.to/${id}`, {
            charset: "UTF-8",
            crossorigin: "*"
          });
        } : void 0,
        grant({ window }) {
          invoke(window, "Tawk_API.start");
        },
        revoke({ window }) {
          invoke(window, "Tawk_API.shutdown");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { tawk as default, tawk };
