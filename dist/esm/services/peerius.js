import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { record } from './kit/record.js';

function peerius(options) {
  return defineService(
    {
      id: "peerius",
      name: "Peerius",
      category: "marketing",
      purpose: "remarketing",
      provider: { name: "Optimizely North America Inc.", country: "US" },
      transfer: ["US", "GB"],
      privacyUrl: "https://www.optimizely.com/legal/privacy-notice/",
      hosts: ["*.peerius.com", "*.peerius.episerver.net", "*.productrecs.episerver.net"],
      storage: [
        ...items("cookie", "visitor", "20 years", ["peerius_user"]),
        ...items("cookie", "session", "4 hours", ["peerius_sess"]),
        ...items("cookie", "state", "1 minute", ["peerius_rid", "peerius_ct"]),
        ...items("cookie", "visitor", "20 years", ["*_peerius_user"]),
        ...items("cookie", "session", "4 hours", ["*_peerius_sess"]),
        ...items("cookie", "state", "1 minute", ["*_peerius_rid", "*_peerius_ct"]),
        ...items("cookie", "personalisation", "persistent", ["EPi:*"])
      ]
    },
    options,
    (read) => {
      const host = read("host", /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(peerius\.com|episerver\.net)$/);
      return {
        load: host ? (context) => {
          context.window.PeeriusCallbacks ??= record(options, "callbacks");
          return loadScript(context, `https://${host}/tracker/peerius.page`, {
            charset: "UTF-8"
          });
        } : void 0
      };
    }
  );
}

export { peerius as default, peerius };
