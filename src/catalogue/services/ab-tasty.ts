import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `abTasty` takes, beside the fields of a service. */
export interface AbTastyOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Account id, 32 hexadecimal digits. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * AB Tasty. Whether it waits for consent is set in its account; a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified its own consent call
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { abTasty } from "consentry/services/ab-tasty";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [abTasty({ id: "0123456789abcdef0123456789abcdef" })] });
 */
export function abTasty<const Category extends string = "performance">(
  options?: AbTastyOptions<Category>,
): Service<"ab-tasty", Category> {
  return defineService(
    {
      id: "ab-tasty",
      name: "AB Tasty",
      category: "performance",
      purpose: "testing",
      provider: { name: "AB Tasty SAS", country: "FR" },
      privacyUrl: "https://www.abtasty.com/privacy-policy/",
      hosts: ["*.abtasty.com"],
      storage: [
        ...items("cookie", "testing", "13 months", ["ABTasty"]),
        ...items("cookie", "session", "30 minutes", ["ABTastySession"]),
        ...items("cookie", "state", "session", [
          "ABTastyData*",
          "ABTastyRefData*",
          "ABTastyDebug*",
        ]),
        ...items("cookie", "probe", "session", ["ABTastyDomainTest*"]),
        ...items("cookie", "optout", "13 months", ["ABTastyOptout"], { keep: true }),
        ...items("localStorage", "testing", "persistent", ["ABTasty*", "abtasty*"]),
        ...items("sessionStorage", "testing", "session", ["ABTasty*", "abtasty*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      return {
        load: id ? (context) => loadScript(context, `https://try.abtasty.com/${id}.js`) : undefined,
      };
    },
  );
}

export default abTasty;
