import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `intercom` takes, beside the fields of a service. */
export interface IntercomOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** App id. Absent: the page's own markup starts it. */
  id?: string;
  /** Further settings of the Messenger, such as `api_base` for the European data centre. */
  config?: Record<string, unknown>;
}

/**
 * Intercom Messenger. `shutdown` takes the widget away; its id cookies are erased after it.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source npm @intercom/messenger-js-sdk@0.0.20
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { intercom } from "consentry/services/intercom";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [intercom({ id: "abc12345", config: { api_base: "https://api-iam.eu.intercom.io" } })] });
 */
export function intercom<const Category extends string = "functional">(
  options?: IntercomOptions<Category>,
): Service<"intercom", Category> {
  return defineService(
    {
      id: "intercom",
      name: "Intercom",
      category: "functional",
      purpose: "chat",
      provider: { name: "Intercom R&D Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.intercom.com/legal/privacy",
      hosts: ["*.intercom.io", "*.intercomcdn.com", "*.intercomassets.com"],
      storage: [
        ...items("cookie", "visitor", "9 months", ["intercom-id-*", "intercom-device-id-*"]),
        ...items("cookie", "session", "1 week", ["intercom-session-*"]),
        ...items("localStorage", "state", "persistent", ["intercom*"]),
        ...items("sessionStorage", "state", "session", ["intercom*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{6,12}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              window.intercomSettings ??= { app_id: id, ...record(options, "config") };
              const stub = argumentsQueue(window, "Intercom");
              // The vendor's own stub adds to its queue by `c`.
              if (stub) Object.assign(stub, { c: (call: unknown) => invoke(stub, "q.push", call) });
              return loadScript(context, `https://widget.intercom.io/widget/${id}`);
            }
          : undefined,
        grant({ window }) {
          invoke(window, "Intercom", "boot", window.intercomSettings);
        },
        revoke({ window }) {
          invoke(window, "Intercom", "shutdown");
        },
        silencedBy: "revoke",
      };
    },
    ["config"],
  );
}

export default intercom;
