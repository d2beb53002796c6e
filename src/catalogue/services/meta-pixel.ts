import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `metaPixel` takes, beside the fields of a service. */
export interface MetaPixelOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Pixel id, digits. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * Meta (Facebook) Pixel. `revoke` holds events and sends them at the next grant, so a withdrawal
 * also reloads.
 *
 * @confidence high
 * @source https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source c15t@cfcbbf85
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { metaPixel } from "consentry/services/meta-pixel";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [metaPixel({ id: "1234567890" })] });
 */
export function metaPixel<const Category extends string = "marketing">(
  options?: MetaPixelOptions<Category>,
): Service<"meta-pixel", Category> {
  return defineService(
    {
      id: "meta-pixel",
      name: "Meta Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Meta Platforms Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.facebook.com/privacy/policy/",
      hosts: ["connect.facebook.net", "www.facebook.com"],
      storage: [
        ...items("cookie", "visitor", "90 days", ["_fbp"]),
        ...items("cookie", "campaign", "90 days", ["_fbc"]),
        ...items("localStorage", "campaign", "persistent", [
          "lastExternalReferrer",
          "lastExternalReferrerTime",
        ]),
        ...items("cookie", "visitor", "90 days", ["fr"], { party: "third" }),
        ...items("cookie", "visitor", "13 months", ["datr", "sb", "xs", "c_user", "oo"], {
          party: "third",
        }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{8,20}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, `fbq ${id}`)) {
                const fbq = argumentsQueue(window, "fbq", "queue", "callMethod");
                if (fbq) Object.assign(fbq, { push: fbq, loaded: true, version: "2.0" });
                window._fbq ??= window.fbq;
                invoke(window, "fbq", "init", id);
                invoke(window, "fbq", "track", "PageView");
              }
              return loadScript(context, "https://connect.facebook.net/en_US/fbevents.js");
            }
          : undefined,
        grant({ window }) {
          invoke(window, "fbq", "consent", "grant");
        },
        revoke({ window }) {
          invoke(window, "fbq", "consent", "revoke");
        },
      };
    },
  );
}

export default metaPixel;
