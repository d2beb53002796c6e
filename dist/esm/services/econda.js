import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function econda(options) {
  return defineService(
    {
      id: "econda",
      name: "econda",
      category: "performance",
      purpose: "analytics",
      provider: { name: "econda GmbH", country: "DE" },
      privacyUrl: "https://www.econda.de/econda/unternehmen/datenschutz/",
      hosts: ["l.ecn-ldr.de", "*.econda-monitor.de", "d35ojb8dweouoy.cloudfront.net"],
      storage: [
        ...items("cookie", "visitor", "2 years", ["emos_jcvid"]),
        ...items("cookie", "session", "session", ["emos_jcsid"]),
        ...items("cookie", "campaign", "persistent", ["emos_jckamp"]),
        ...items("cookie", "state", "session", ["ec_vid_updated"]),
        ...items("cookie", "optout", "1 year", ["emos_optout"], { keep: true }),
        ...items("cookie", "consent", "2 days", ["econda.privacy.protection"], { keep: true }),
        ...items("localStorage", "consent", "persistent", ["econda.privacy.protection"], {
          keep: true
        }),
        ...items("localStorage", "state", "persistent", ["emos*"]),
        ...items("sessionStorage", "state", "session", [
          "econda.privacy.updatehash",
          "econda.env.Session",
          "ecAnonValues.*"
        ])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9A-Za-z-]{8,64}$/);
      const container = read("container", /^[\w-]{1,64}$/);
      return {
        load: id && container ? (context) => {
          prepare(context.window);
          return loadScript(context, "https://l.ecn-ldr.de/loader/loader.js", {
            "client-key": id,
            "container-id": container
          });
        } : void 0,
        revoke({ window }) {
          const deny = { "permissions:profile": { state: "DENY" } };
          invoke(window, "econda.privacyprotection.applyAndStoreNewPrivacySettings", {}, deny);
        }
      };
    }
  );
}
function prepare(window) {
  const stored = [];
  const onReady = [];
  window.emos3 ??= { defaults: {}, stored, send: (value) => stored.push(value) };
  window.econda ??= { onReady, ready: (value) => onReady.push(value) };
}

export { econda as default, econda };
