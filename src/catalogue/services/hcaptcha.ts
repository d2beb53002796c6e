import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `hcaptcha` takes, beside the fields of a service. */
export interface HcaptchaOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /**
   * What api.js gets: `"explicit"`, or `"onload"` to fill the page's own elements. Absent: only
   * declared.
   */
  render?: "explicit" | "onload";
}

/**
 * hCaptcha against bots. A site that holds it strictly necessary for a form can move it to the
 * category `necessary` with its own reason.
 *
 * @confidence medium
 * @source tarteaucitron.js@76151fa
 * @source npm @hcaptcha/loader@2.4.2
 * @checked tracker-radar crawl of November 2024
 * @unverified the first-party localStorage name
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { hcaptcha } from "consentry/services/hcaptcha";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [hcaptcha({ render: "onload" })] });
 */
export function hcaptcha<const Category extends string = "functional">(
  options?: HcaptchaOptions<Category>,
): Service<"hcaptcha", Category> {
  return defineService(
    {
      id: "hcaptcha",
      name: "hCaptcha",
      category: "functional",
      purpose: "security",
      provider: { name: "Intuition Machines, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.hcaptcha.com/privacy",
      hosts: ["js.hcaptcha.com", "hcaptcha.com", "*.hcaptcha.com"],
      storage: [
        ...items("cookie", "security", "1 year", ["hmt_id", "hc_accessibility"], {
          party: "third",
        }),
        ...items("cookie", "delivery", "session", ["session", "__cflb", "__cf_bm"], {
          party: "third",
        }),
        ...items("localStorage", "security", "persistent", ["_hcaptcha*"]),
      ],
    },
    options,
    (read) => {
      const render = read("render", /^(explicit|onload)$/);
      const url = `https://js.hcaptcha.com/1/api.js?render=${render}`;
      return { load: render ? (context) => loadScript(context, url) : undefined };
    },
  );
}

export default hcaptcha;
