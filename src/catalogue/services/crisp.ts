import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `crisp` takes, beside the fields of a service. */
export interface CrispOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Website id, a UUID. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Crisp chat. `session:reset` forgets the visitor, but the socket stays open: a withdrawal
 * reloads. The names of its cookies hold a slash, which the browser may show as `%2F`.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source npm crisp-sdk-web@1.2.1
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { crisp } from "consentry/services/crisp";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [crisp({ id: "01234567-89ab-cdef-0123-456789abcdef" })] });
 */
export function crisp<const Category extends string = "functional">(
  options?: CrispOptions<Category>,
): Service<"crisp", Category> {
  return defineService(
    {
      id: "crisp",
      name: "Crisp",
      category: "functional",
      purpose: "chat",
      provider: { name: "Crisp IM SAS", country: "FR" },
      privacyUrl: "https://crisp.chat/en/privacy/",
      hosts: ["*.crisp.chat"],
      storage: [
        ...items("cookie", "visitor", "6 months", [
          "crisp-client/session/*",
          "crisp-client%2Fsession%2F*",
        ]),
        ...items("cookie", "state", "10 minutes", [
          "crisp-client/socket/*",
          "crisp-client%2Fsocket%2F*",
        ]),
        ...items("localStorage", "state", "persistent", ["crisp-client*"]),
        ...items("sessionStorage", "state", "session", ["crisp-client*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id
          ? (context) => {
              queue(context.window, "$crisp");
              context.window.CRISP_WEBSITE_ID = id;
              return loadScript(context, "https://client.crisp.chat/l.js");
            }
          : undefined,
        revoke({ window }) {
          if (window.$crisp) queue(window, "$crisp").push(["do", "session:reset"]);
        },
      };
    },
  );
}

export default crisp;
