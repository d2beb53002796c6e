import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `zendesk` takes, beside the fields of a service. */
export interface ZendeskOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Key of the widget, a UUID. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Zendesk Messaging. `cookies none` hides the widget and deletes its storage. Its script finds
 * itself by its id.
 *
 * @confidence high
 * @source https://developer.zendesk.com/api-reference/widget-messaging/web/core
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { zendesk } from "consentry/services/zendesk";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [zendesk({ id: "01234567-89ab-cdef-0123-456789abcdef" })] });
 */
export function zendesk<const Category extends string = "functional">(
  options?: ZendeskOptions<Category>,
): Service<"zendesk", Category> {
  return defineService(
    {
      id: "zendesk",
      name: "Zendesk",
      category: "functional",
      purpose: "chat",
      provider: { name: "Zendesk International Ltd.", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.zendesk.com/company/agreements-and-terms/privacy-notice/",
      hosts: ["*.zdassets.com", "*.zendesk.com", "*.zopim.com", "api.smooch.io"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["__zlcmid", "__zlcid"]),
        ...items("cookie", "preferences", "1 year", ["__zlcprivacy", "__zlcstore"]),
        ...items("localStorage", "state", "persistent", ["ZD-*"]),
        ...items("sessionStorage", "state", "session", ["ZD-*", "zE_*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id
          ? (context) =>
              loadScript(context, `https://static.zdassets.com/ekr/snippet.js?key=${id}`, {
                id: "ze-snippet",
              })
          : undefined,
        grant({ window }) {
          invoke(window, "zE", "messenger:set", "cookies", "all");
        },
        revoke({ window }) {
          invoke(window, "zE", "messenger:set", "cookies", "none");
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default zendesk;
