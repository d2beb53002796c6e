import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Google Optimize, which Google ended on 30 September 2023. It never loads. Its leftovers are
 * erased at each decision, whatever that is, and when a page finds that an older choice is out of
 * date. Remove its snippet: the part against flicker hides the page for up to four seconds.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleOptimize } from "consentry/services/google-optimize";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleOptimize()] });
 */
export function googleOptimize<const Category extends string = "performance">(
  options?: ServiceOptions<Category>,
): Service<"google-optimize", Category> {
  return defineService(
    {
      id: "google-optimize",
      name: "Google Optimize",
      category: "performance",
      purpose: "testing",
      ...google,
      hosts: ["www.googleoptimize.com"],
      storage: [
        ...items("cookie", "testing", "90 days", ["_gaexp"]),
        ...items("cookie", "testing", "24 hours", [
          "_gaexp_rc",
          "_opt_awcid",
          "_opt_awmid",
          "_opt_awgid",
          "_opt_awkid",
          "_opt_utmc",
        ]),
        ...items("cookie", "testing", "10 seconds", ["_opt_expid"]),
      ],
      silencedBy: "revoke",
      ended: true,
    },
    options,
    (_read, mistake) => {
      mistake("service-ended", "");
      return {};
    },
  );
}

export default googleOptimize;
