import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `pinterestTag` takes, beside the fields of a service. */
export interface PinterestTagOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Tag id, digits. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * Pinterest Tag. `setconsent false` stops it and deletes its first-party storage.
 *
 * @confidence high
 * @source https://help.pinterest.com/en/business/article/install-the-base-code
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { pinterestTag } from "consentry/services/pinterest-tag";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [pinterestTag({ id: "2612345678901" })] });
 */
export function pinterestTag<const Category extends string = "marketing">(
  options?: PinterestTagOptions<Category>,
): Service<"pinterest-tag", Category> {
  return defineService(
    {
      id: "pinterest-tag",
      name: "Pinterest Tag",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Pinterest Europe Ltd.", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://policy.pinterest.com/privacy-policy",
      hosts: ["s.pinimg.com", "ct.pinterest.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["_pin_unauth"]),
        ...items("cookie", "campaign", "1 year", ["_epik", "_derived_epik", "_nccapi_url"]),
        ...items("localStorage", "state", "persistent", ["_pin*"]),
        ...items("sessionStorage", "state", "session", ["_pin*"]),
        ...items(
          "cookie",
          "visitor",
          "1 year",
          ["_pinterest_ct_ua", "_pinterest_ct", "_pinterest_ct_rt", "_pinterest_sess", "ar_debug"],
          { party: "third" },
        ),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{8,20}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, `pintrk ${id}`)) {
                const list: unknown[] = [];
                window.pintrk ??= Object.assign((...call: unknown[]) => void list.push(call), {
                  queue: list,
                  version: "3.0",
                });
                invoke(window, "pintrk", "load", id);
                invoke(window, "pintrk", "page");
              }
              return loadScript(context, "https://s.pinimg.com/ct/core.js");
            }
          : undefined,
        grant({ window }) {
          invoke(window, "pintrk", "setconsent", true);
        },
        revoke({ window }) {
          invoke(window, "pintrk", "setconsent", false);
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default pinterestTag;
