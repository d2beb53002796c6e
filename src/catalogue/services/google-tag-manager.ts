import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `googleTagManager` takes, beside the fields of a service. */
export interface GoogleTagManagerOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Container id, `GTM-…`. Absent: the page's own markup starts it. */
  id?: string;
  /** Name of the data layer; what is decided is queued there too. Default `"dataLayer"`. */
  dataLayer?: string;
  /** Token of an environment of the container, with its name in `preview`. Absent: the live container. */
  auth?: string;
  /** Name of that environment, `env-1`. */
  preview?: string;
}

/**
 * Google Tag Manager. What runs inside the container is invisible from here: name its vendors
 * beside it, and let their tags obey Google Consent Mode or the event of the signal `data-layer-
 * event`.
 *
 * @confidence high
 * @source nuxt/scripts@5052a9fd
 * @source c15t@cfcbbf85
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleTagManager } from "consentry/services/google-tag-manager";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleTagManager({ id: "GTM-ABC123" })] });
 */
export function googleTagManager<const Category extends string = "functional">(
  options?: GoogleTagManagerOptions<Category>,
): Service<"google-tag-manager", Category> {
  return defineService(
    {
      id: "google-tag-manager",
      name: "Google Tag Manager",
      category: "functional",
      purpose: "tags",
      ...google,
      hosts: ["www.googletagmanager.com"],
      storage: items("cookie", "preferences", "session", ["gtm_debug", "gtm_auth", "gtm_preview"], {
        party: "third",
      }),
      signals: ["google-consent-mode"],
    },
    options,
    (read) => {
      const id = read("id", /^GTM-[A-Z0-9]{4,12}$/);
      const layer = read("dataLayer", /^[A-Za-z_$][\w$]*$/, "dataLayer");
      const auth = read("auth", /^[\w-]{10,40}$/);
      const preview = read("preview", /^env-\d{1,6}$/);
      if (!id) return { dataLayer: layer };
      const url = new URL("https://www.googletagmanager.com/gtm.js");
      url.searchParams.set("id", id);
      if (layer != "dataLayer") url.searchParams.set("l", layer);
      if (auth && preview) {
        url.searchParams.set("gtm_auth", auth);
        url.searchParams.set("gtm_preview", preview);
        url.searchParams.set("gtm_cookies_win", "x");
      }
      return {
        dataLayer: layer,
        load(context) {
          if (once(context, `${id} ${layer}`)) {
            queue(context.window, layer).push({ "gtm.start": Date.now(), event: "gtm.js" });
          }
          return loadScript(context, url.href);
        },
      };
    },
  );
}

export default googleTagManager;
