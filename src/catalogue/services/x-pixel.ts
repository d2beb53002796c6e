import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `xPixel` takes, beside the fields of a service. */
export interface XPixelOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Pixel id. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * X (Twitter) Pixel. X documents no consent call: a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified _twclid and _twpid: not seen on a first visit
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { xPixel } from "consentry/services/x-pixel";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [xPixel({ id: "o1abc" })] });
 */
export function xPixel<const Category extends string = "marketing">(
  options?: XPixelOptions<Category>,
): Service<"x-pixel", Category> {
  return defineService(
    {
      id: "x-pixel",
      name: "X Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "X Internet Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://x.com/en/privacy",
      hosts: ["static.ads-twitter.com", "analytics.twitter.com", "t.co", "ads-api.x.com"],
      storage: [
        ...items("cookie", "campaign", "90 days", ["_twclid"]),
        ...items("cookie", "visitor", "13 months", ["_twpid"]),
        ...items(
          "cookie",
          "visitor",
          "2 years",
          ["muc_ads", "personalization_id", "guest_id", "guest_id_ads", "guest_id_marketing"],
          { party: "third" },
        ),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{4,8}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, `twq ${id}`)) {
                const twq = argumentsQueue(window, "twq", "queue", "exe");
                if (twq) Object.assign(twq, { version: "1.1" });
                invoke(window, "twq", "config", id);
              }
              return loadScript(context, "https://static.ads-twitter.com/uwt.js");
            }
          : undefined,
      };
    },
  );
}

export default xPixel;
