import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `redditPixel` takes, beside the fields of a service. */
export interface RedditPixelOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Pixel id, `t2_…` or `a2_…`. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Reddit Pixel. Its consent call stops cookies but not events: a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified enableFirstPartyCookies and disableFirstPartyCookies are not in the help centre
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { redditPixel } from "consentry/services/reddit-pixel";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [redditPixel({ id: "t2_abcdef" })] });
 */
export function redditPixel<const Category extends string = "marketing">(
  options?: RedditPixelOptions<Category>,
): Service<"reddit-pixel", Category> {
  return defineService(
    {
      id: "reddit-pixel",
      name: "Reddit Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Reddit Netherlands B.V.", country: "NL" },
      transfer: ["US"],
      privacyUrl: "https://www.reddit.com/policies/privacy-policy",
      hosts: ["www.redditstatic.com", "*.reddit.com"],
      storage: [
        ...items("cookie", "visitor", "90 days", ["_rdt_uuid", "_rdt_em"]),
        ...items("cookie", "campaign", "90 days", ["_rdt_cid", "_rdt_pn"]),
        ...items("localStorage", "state", "persistent", ["_rdt*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^(t2|a2)_[a-z0-9]{4,20}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, `rdt ${id}`)) {
                argumentsQueue(window, "rdt", "callQueue", "sendEvent");
                invoke(window, "rdt", "init", id);
                invoke(window, "rdt", "track", "PageVisit");
              }
              return loadScript(context, "https://www.redditstatic.com/ads/pixel.js");
            }
          : undefined,
        grant({ window }) {
          invoke(window, "rdt", "enableFirstPartyCookies");
        },
        revoke({ window }) {
          invoke(window, "rdt", "disableFirstPartyCookies");
        },
      };
    },
  );
}

export default redditPixel;
