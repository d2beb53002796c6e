import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function zendesk(options) {
  return defineService(
    {
      id: "zendesk",
      name: "Zendesk",
      category: "functional",
      purpose: "chat",
      provider: { name: "Zendesk International Ltd.", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.zendesk.com/company/agreements-and-terms/privacy-notice/",
      hosts: ["*.zdassets.com", "*.zendesk.com", "*.zopim.com", "api.smooch.io"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["__zlcmid", "__zlcid"]),
        ...items("cookie", "preferences", "1 year", ["__zlcprivacy", "__zlcstore"]),
        ...items("localStorage", "state", "persistent", ["ZD-*"]),
        ...items("sessionStorage", "state", "session", ["ZD-*", "zE_*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id ? (context) => loadScript(context, `https://static.zdassets.com/ekr/snippet.js?key=${id}`, {
          id: "ze-snippet"
        }) : void 0,
        grant({ window }) {
          invoke(window, "zE", "messenger:set", "cookies", "all");
        },
        revoke({ window }) {
          invoke(window, "zE", "messenger:set", "cookies", "none");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { zendesk as default, zendesk };
