import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `outbrain` takes, beside the fields of a service. */
export interface OutbrainOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Marketer id, hexadecimal. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Outbrain (Teads) Pixel. No consent call was found: a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified the legal entity since the merger with Teads
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { outbrain } from "consentry/services/outbrain";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [outbrain({ id: "000123456789abcdef0123456789abcdef" })] });
 */
export function outbrain<const Category extends string = "marketing">(
  options?: OutbrainOptions<Category>,
): Service<"outbrain", Category> {
  return defineService(
    {
      id: "outbrain",
      name: "Outbrain",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Outbrain UK Limited", country: "GB" },
      transfer: ["GB", "US"],
      privacyUrl: "https://www.outbrain.com/privacy/",
      hosts: ["*.outbrain.com"],
      storage: [
        ...items("cookie", "campaign", "1 day", ["dicbo_id", "outbrain_dicbo_id"]),
        ...items("cookie", "throttle", "5 minutes", ["outbrain_cid_fetch"]),
        ...items("localStorage", "state", "persistent", ["OB-*", "ob_*", "outbrain*"]),
        ...items("cookie", "visitor", "3 months", ["obuid", "auid", "recs"], { party: "third" }),
        ...items("cookie", "optout", "3 months", ["opout"], { party: "third", keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32,36}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, `outbrain ${id}`)) {
                const obApi = argumentsQueue(window, "obApi", "queue", "dispatch");
                if (obApi) Object.assign(obApi, { version: "1.1", loaded: true, marketerId: id });
                invoke(window, "obApi", "track", "PAGE_VIEW");
              }
              return loadScript(context, "https://amplify.outbrain.com/cp/obtp.js");
            }
          : undefined,
      };
    },
  );
}

export default outbrain;
