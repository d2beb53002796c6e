import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `intelliad` takes, beside the fields of a service. */
export interface IntelliadOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Customer id, digits. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * intelliAd bid management and cross-channel tracking. Its opt-out lives on the provider's own
 * domain, where browsers may refuse it: not loading it is the reliable way.
 *
 * @confidence medium
 * @source QubitProducts/opentag-libraries: tag for t13.intelliad.de/cl
 * @source ghostery/trackerdb@0448d4bf
 * @checked tracker-radar crawl of November 2024
 * @unverified name and address of the opt-out: take the link of the site's own notice
 * @unverified cookies: seen in crawls only
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { intelliad } from "consentry/services/intelliad";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [intelliad({ id: "5313633333236323131303" })] });
 */
export function intelliad<const Category extends string = "marketing">(
  options?: IntelliadOptions<Category>,
): Service<"intelliad", Category> {
  return defineService(
    {
      id: "intelliad",
      name: "intelliAd",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "intelliAd Media GmbH", country: "DE" },
      privacyUrl: "https://www.intelliad.de/datenschutz/",
      hosts: ["*.intelliad.de"],
      storage: [
        ...items("cookie", "visitor", "30 days", ["ia-*"]),
        ...items("cookie", "visitor", "10 days", ["ia_u4pc_*"]),
        ...items("cookie", "campaign", "30 minutes", ["ia_c4dc_*"]),
        ...items("cookie", "state", "5 minutes", ["ia_bncl_*"]),
        ...items("cookie", "optout", "persistent", ["ia_optout*"], { party: "third", keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{8,40}$/);
      if (!id) return {};
      return { load: (context) => loadScript(context, `https://t13.intelliad.de/cl/${id}.js`) };
    },
  );
}

export default intelliad;
