import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * FullStory session recording. Its snippet is long and stays in the page, gated; `shutdown` ends
 * the recording.
 *
 * @confidence high
 * @source npm @fullstory/browser@2.1.1
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { fullstory } from "consentry/services/fullstory";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [fullstory()] });
 */
export function fullstory<const Category extends string = "performance">(
  options?: ServiceOptions<Category>,
): Service<"fullstory", Category> {
  return defineService(
    {
      id: "fullstory",
      name: "FullStory",
      category: "performance",
      purpose: "recording",
      provider: { name: "FullStory, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.fullstory.com/legal/privacy-policy/",
      hosts: ["*.fullstory.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["fs_uid", "fs_cid"]),
        ...items("cookie", "session", "30 minutes", ["fs_lua"]),
        ...items("localStorage", "state", "persistent", ["fs_*", "_fs_*"]),
        ...items("sessionStorage", "state", "session", ["fs_*", "_fs_*"]),
      ],
    },
    options,
    () => ({
      grant({ window }) {
        invoke(window, "FS", "start");
      },
      revoke({ window }) {
        invoke(window, "FS", "shutdown");
      },
      silencedBy: "revoke",
    }),
  );
}

export default fullstory;
