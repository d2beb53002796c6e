import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `lunio` takes, beside the fields of a service. */
export interface LunioOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Account token, the name of its script. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Lunio click-fraud prevention (formerly PPC Protect). The vendor holds that legitimate interest
 * is enough; it fingerprints the browser, which ePrivacy 5(3) covers, so consent is the default
 * here.
 *
 * @confidence low
 * @source https://help.lunio.ai/en/articles/11164930-why-lunio-does-not-require-user-consent
 * @source https://lunio.ai/terms-of-service/global
 * @source https://www.flowconsent.com/en/services/advertising/lunio
 * @checked tracker-radar crawl of November 2024
 * @unverified storage: the vendor says no cookies unless strictly necessary and names none
 * @unverified script host and form of the account token (from crawls only)
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { lunio } from "consentry/services/lunio";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [lunio({ id: "abcdefghijklmnopqrstuvwxyz0123456789ABCD" })] });
 */
export function lunio<const Category extends string = "functional">(
  options?: LunioOptions<Category>,
): Service<"lunio", Category> {
  return defineService(
    {
      id: "lunio",
      name: "Lunio",
      category: "functional",
      purpose: "fraud",
      provider: { name: "PPC Protect Limited", country: "GB" },
      transfer: ["GB", "US"],
      privacyUrl: "https://www.lunio.ai/privacy-policy",
      hosts: ["*.lunio.ai", "*.ppcprotect.com"],
      storage: [],
    },
    options,
    (read) => {
      const id = read("id", /^[\w-]{16,64}$/);
      return {
        load: id ? (context) => loadScript(context, `https://client.lunio.ai/${id}.js`) : undefined,
      };
    },
  );
}

export default lunio;
