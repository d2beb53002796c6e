import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `plausible` takes, beside the fields of a service. */
export interface PlausibleOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Name of the site's own script, `pa-…`. Absent: the page's own markup starts it. */
  id?: string;
  /** Where the script comes from. Default `"https://plausible.io"`. */
  host?: string;
  /** Handed to `plausible.init(config)`. */
  config?: Record<string, unknown>;
}

/**
 * Plausible Analytics: no cookies, no lasting id. Its own opt-out is for people who exclude their
 * own visits, so it is never touched here; a withdrawal reloads.
 *
 * @confidence high
 * @source plausible/docs (2026-07-24)
 * @source nuxt/scripts@5052a9fd
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { plausible } from "consentry/services/plausible";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [plausible({ id: "pa-o4hLL702isUW", config: { hashBasedRouting: true } })] });
 */
export function plausible<const Category extends string = "performance">(
  options?: PlausibleOptions<Category>,
): Service<"plausible", Category> {
  return defineService(
    {
      id: "plausible",
      name: "Plausible Analytics",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Plausible Insights OÜ", country: "EE" },
      privacyUrl: "https://plausible.io/privacy",
      hosts: ["plausible.io"],
      storage: items("localStorage", "optout", "persistent", ["plausible_ignore"], { keep: true }),
    },
    options,
    (read) => {
      const id = read("id", /^pa-[\w-]{4,40}$/);
      const host = read("host", /^https?:\/\/[\w.-]+(:\d+)?$/, "https://plausible.io");
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, id)) {
                const stub = argumentsQueue(window, "plausible");
                // The script reads what `init` was given from `o`.
                const init = (o: unknown): void => void Object.assign(stub ?? {}, { o });
                if (stub) Object.assign(stub, { init });
                invoke(window, "plausible.init", record(options, "config"));
              }
              return loadScript(context, `${host}/js/${id}.js`);
            }
          : undefined,
        hosts: [new URL(host).host],
      };
    },
    ["config"],
  );
}

export default plausible;
