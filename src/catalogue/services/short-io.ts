import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Short.io short links. Plain links load nothing on the page and need no gate; this is the row in
 * the notice.
 *
 * @confidence low
 * @source https://short.io/privacy
 * @unverified whether its redirect sets a cookie; a link owner can add pixels to it
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { shortIo } from "consentry/services/short-io";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [shortIo()] });
 */
export function shortIo<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"short-io", Category> {
  return defineService(
    {
      id: "short-io",
      name: "Short.io",
      category: "functional",
      purpose: "links",
      provider: { name: "Short.cm, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://short.io/privacy",
      hosts: ["short.io"],
      storage: [],
      silencedBy: "revoke",
    },
    options,
  );
}

export default shortIo;
