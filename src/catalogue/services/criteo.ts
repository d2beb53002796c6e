import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `criteo` takes, beside the fields of a service. */
export interface CriteoOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Account number. Absent: the page's own markup starts it. */
  id?: number | string;
  /**
   * Kind of site: desktop, mobile or tablet. Default `"d"`. The page itself pushes what is viewed.
   */
  siteType?: "d" | "m" | "t";
}

/**
 * Criteo OneTag. There is no call outside the IAB framework that stops it: a withdrawal reloads.
 *
 * @confidence high
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { criteo } from "consentry/services/criteo";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [criteo({ id: 12345, siteType: "m" })] });
 */
export function criteo<const Category extends string = "marketing">(
  options?: CriteoOptions<Category>,
): Service<"criteo", Category> {
  return defineService(
    {
      id: "criteo",
      name: "Criteo",
      category: "marketing",
      purpose: "remarketing",
      provider: { name: "Criteo SA", country: "FR" },
      transfer: ["US"],
      privacyUrl: "https://www.criteo.com/privacy/",
      hosts: ["*.criteo.com", "*.criteo.net"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["cto_bundle", "cto_dna_bundle", "cto_lwid"]),
        ...items("cookie", "visitor", "13 months", [
          "cto_bidid",
          "cto_axid",
          "cto_idcpy",
          "cto_sid",
          "cto_clc",
        ]),
        ...items("cookie", "probe", "session", ["cto_test_cookie", "cto_tld_test"]),
        ...items("cookie", "optout", "13 months", ["cto_optout"], { keep: true }),
        ...items("localStorage", "visitor", "persistent", ["cto_*", "criteo*"]),
        ...items("cookie", "visitor", "13 months", ["uid"], { party: "third" }),
        ...items("cookie", "optout", "5 years", ["optout"], { party: "third", keep: true }),
        ...items("cookie", "probe", "session", ["cto_pub_test"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{3,8}$/);
      const type = read("siteType", /^[dmt]$/, "d");
      return {
        load: id
          ? (context) => {
              if (once(context, `criteo ${id}`)) {
                queue(context.window, "criteo_q").push(
                  { event: "setAccount", account: Number(id) },
                  { event: "setSiteType", type },
                );
              }
              return loadScript(context, `https://dynamic.criteo.com/js/ld/ld.js?a=${id}`);
            }
          : undefined,
      };
    },
  );
}

export default criteo;
