import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `kameleoon` takes, beside the fields of a service. */
export interface KameleoonOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Site code, ten letters and digits. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Kameleoon experiments. Its consent policy must be on in the account for the two calls to mean
 * something.
 *
 * @confidence high
 * @source tarteaucitron.js@76151fa
 * @source Kameleoon engine code and Usercentrics/tarteaucitron bridges
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { kameleoon } from "consentry/services/kameleoon";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [kameleoon({ id: "abcde12345" })] });
 */
export function kameleoon<const Category extends string = "performance">(
  options?: KameleoonOptions<Category>,
): Service<"kameleoon", Category> {
  return defineService(
    {
      id: "kameleoon",
      name: "Kameleoon",
      category: "performance",
      purpose: "testing",
      provider: { name: "Kameleoon SAS", country: "FR" },
      privacyUrl: "https://www.kameleoon.com/privacy-policy",
      hosts: ["*.kameleoon.io", "*.kameleoon.eu", "*.kameleoon.com"],
      storage: [
        ...items("cookie", "visitor", "380 days", ["kameleoonVisitorCode"]),
        ...items("cookie", "testing", "30 days", [
          "kameleoonPageViewCount*",
          "kameleoonExposed*",
          "kameleoonTrackingAllowed*",
          "kameleoonSessionExternalReferrer*",
        ]),
        ...items("localStorage", "testing", "persistent", ["kameleoon*"]),
        ...items("sessionStorage", "testing", "session", ["kameleoon*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{10}$/);
      const enable = (window: object): void => {
        invoke(window, "Kameleoon.API.Core.enableLegalConsent");
      };
      return {
        load: id
          ? async (context) => {
              queue(context.window, "kameleoonQueue");
              await loadScript(context, `https://${id}.kameleoon.io/engine.js`);
              enable(context.window);
            }
          : undefined,
        grant: ({ window }) => enable(window),
        revoke({ window }) {
          invoke(window, "Kameleoon.API.Core.disableLegalConsent");
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default kameleoon;
