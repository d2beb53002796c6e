import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `contentsquare` takes, beside the fields of a service. */
export interface ContentsquareOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Tag id, the name of its script. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Contentsquare, under which newer Hotjar accounts run too.
 *
 * @confidence medium
 * @source https://docs.contentsquare.com (web view: optin, optout)
 * @source https://docs.contentsquare.com/en/web/cookies/ (7 April 2026, the head of its table)
 * @unverified request hosts, and the rest of that table
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { contentsquare } from "consentry/services/contentsquare";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [contentsquare({ id: "8b0850a3ee53b" })] });
 */
export function contentsquare<const Category extends string = "performance">(
  options?: ContentsquareOptions<Category>,
): Service<"contentsquare", Category> {
  return defineService(
    {
      id: "contentsquare",
      name: "Contentsquare",
      category: "performance",
      purpose: "recording",
      provider: { name: "Content Square SAS", country: "FR" },
      transfer: ["US"],
      privacyUrl: "https://contentsquare.com/privacy-center/privacy-policy/",
      hosts: ["*.contentsquare.net", "*.contentsquare.com", "*.hotjar.com", "*.hotjar.io"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_cs_id"]),
        ...items("cookie", "session", "30 minutes", ["_cs_s", "_cs_s_ctx"]),
        ...items("cookie", "visitor", "3 days", ["_cs_i"]),
        ...items("cookie", "state", "session", ["_cs_cvars"]),
        ...items("cookie", "consent", "13 months", ["_cs_c"]),
        ...items("cookie", "optout", "13 months", ["_cs_optout"], { keep: true }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{10,20}$/);
      return {
        load: id
          ? (context) => {
              queue(context.window, "_uxa");
              return loadScript(context, `https://t.contentsquare.net/uxa/${id}.js`);
            }
          : undefined,
        grant({ window }) {
          if (window._uxa) queue(window, "_uxa").push(["optin"]);
        },
        revoke({ window }) {
          if (window._uxa) queue(window, "_uxa").push(["optout"]);
        },
      };
    },
  );
}

export default contentsquare;
