import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `mouseflow` takes, beside the fields of a service. */
export interface MouseflowOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Website id, a UUID. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Mouseflow session recording and heat maps. `stop` ends the recording, `start` begins a new one.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { mouseflow } from "consentry/services/mouseflow";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [mouseflow({ id: "01234567-89ab-cdef-0123-456789abcdef" })] });
 */
export function mouseflow<const Category extends string = "performance">(
  options?: MouseflowOptions<Category>,
): Service<"mouseflow", Category> {
  return defineService(
    {
      id: "mouseflow",
      name: "Mouseflow",
      category: "performance",
      purpose: "recording",
      provider: { name: "Mouseflow ApS", country: "DK" },
      transfer: ["US"],
      privacyUrl: "https://mouseflow.com/legal/privacy-policy/",
      hosts: ["*.mouseflow.com"],
      storage: [
        ...items("cookie", "visitor", "90 days", ["mf_user"]),
        ...items("cookie", "session", "session", ["mf_*-*-*-*-*"]),
        ...items("localStorage", "state", "persistent", ["mf_*"]),
        ...items("sessionStorage", "state", "session", ["mf_*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id
          ? (context) => {
              queue(context.window, "_mfq");
              return loadScript(context, `https://cdn.mouseflow.com/projects/${id}.js`);
            }
          : undefined,
        grant({ window }) {
          invoke(window, "mouseflow.start");
        },
        revoke({ window }) {
          invoke(window, "mouseflow.stop");
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default mouseflow;
