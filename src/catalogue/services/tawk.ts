import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `tawk` takes, beside the fields of a service. */
export interface TawkOptions<Category extends string = string> extends ServiceOptions<Category> {
  /**
   * Property and widget as in the embed address, `<property>/<widget>`. Absent: the page's markup
   * starts it.
   */
  id?: string;
}

/**
 * tawk.to chat. `shutdown` disconnects it.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { tawk } from "consentry/services/tawk";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [tawk({ id: "0123456789abcdef01234567/1abcdef" })] });
 */
export function tawk<const Category extends string = "functional">(
  options?: TawkOptions<Category>,
): Service<"tawk", Category> {
  return defineService(
    {
      id: "tawk",
      name: "tawk.to",
      category: "functional",
      purpose: "chat",
      provider: { name: "tawk.to inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.tawk.to/privacy-policy/",
      hosts: ["*.tawk.to", "*.tawk.link"],
      storage: [
        ...items("cookie", "visitor", "180 days", ["twk_uuid_*"]),
        ...items("cookie", "session", "session", ["TawkConnectionTime", "twk_idm_key"]),
        ...items("cookie", "visitor", "10 years", ["__tawkuuid", "tawkUUID", "TawkCookie"]),
        ...items("localStorage", "state", "persistent", ["twk_*"]),
        ...items("sessionStorage", "state", "session", ["twk_*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{24}\/[a-z0-9]{1,20}$/);
      return {
        load: id
          ? (context) => {
              context.window.Tawk_API ??= {};
              context.window.Tawk_LoadStart ??= new Date();
              return loadScript(context, `https://embed.tawk.to/${id}`, {
                charset: "UTF-8",
                crossorigin: "*",
              });
            }
          : undefined,
        grant({ window }) {
          invoke(window, "Tawk_API.start");
        },
        revoke({ window }) {
          invoke(window, "Tawk_API.shutdown");
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default tawk;
