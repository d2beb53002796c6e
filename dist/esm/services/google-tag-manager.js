import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function googleTagManager(options) {
  return defineService(
    {
      id: "google-tag-manager",
      name: "Google Tag Manager",
      category: "functional",
      purpose: "tags",
      ...google,
      hosts: ["www.googletagmanager.com"],
      storage: items("cookie", "preferences", "session", ["gtm_debug", "gtm_auth", "gtm_preview"], {
        party: "third"
      }),
      signals: ["google-consent-mode"]
    },
    options,
    (read) => {
      const id = read("id", /^GTM-[A-Z0-9]{4,12}$/);
      const layer = read("dataLayer", /^[A-Za-z_$][\w$]*$/, "dataLayer");
      const auth = read("auth", /^[\w-]{10,40}$/);
      const preview = read("preview", /^env-\d{1,6}$/);
      if (!id) return {};
      const url = new URL("https://www.googletagmanager.com/gtm.js");
      url.searchParams.set("id", id);
      if (layer != "dataLayer") url.searchParams.set("l", layer);
      if (auth && preview) {
        url.searchParams.set("gtm_auth", auth);
        url.searchParams.set("gtm_preview", preview);
        url.searchParams.set("gtm_cookies_win", "x");
      }
      return {
        load(context) {
          if (once(context, `${id} ${layer}`)) {
            queue(context.window, layer).push({ "gtm.start": Date.now(), event: "gtm.js" });
          }
          return loadScript(context, url.href);
        }
      };
    }
  );
}

export { googleTagManager as default, googleTagManager };
