import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { matomoFacts } from "./kit/matomo.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `matomoTagManager` takes, beside the fields of a service. */
export interface MatomoTagManagerOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Address of the container, `…/container_<id>.js`. Absent: the page's own markup starts it. */
  url?: string;
}

/**
 * Matomo Tag Manager. What runs inside the container is invisible from here: name its vendors
 * beside it.
 *
 * @confidence medium
 * @source matomo-org/developer-documentation
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified storage depends on the tags in the container
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { matomoTagManager } from "consentry/services/matomo-tag-manager";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [matomoTagManager({ url: "https://stats.example/js/container_AbC123.js" })] });
 */
export function matomoTagManager<const Category extends string = "functional">(
  options?: MatomoTagManagerOptions<Category>,
): Service<"matomo-tag-manager", Category> {
  return defineService(
    {
      id: "matomo-tag-manager",
      name: "Matomo Tag Manager",
      category: "functional",
      purpose: "tags",
      ...matomoFacts,
      storage: [
        ...matomoFacts.storage,
        ...items("cookie", "preferences", "session", ["mtmPreviewMode"], { keep: true }),
      ],
    },
    options,
    (read) => {
      const url = read("url", /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]*container_\w+\.js$/);
      return {
        load: url
          ? (context) => {
              if (once(context, url)) {
                queue(context.window, "_mtm").push({
                  "mtm.startTime": Date.now(),
                  event: "mtm.Start",
                });
              }
              return loadScript(context, url);
            }
          : undefined,
        hosts: url ? [new URL(url).host] : undefined,
      };
    },
  );
}

export default matomoTagManager;
