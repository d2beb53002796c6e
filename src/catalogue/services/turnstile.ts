import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `turnstile` takes, beside the fields of a service. */
export interface TurnstileOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /**
   * What api.js gets: `"explicit"`, or `"onload"` to fill the page's own elements. Absent: only
   * declared.
   */
  render?: "explicit" | "onload";
}

/**
 * Cloudflare Turnstile against bots. A site that holds it strictly necessary for a form can move
 * it to the category `necessary` with its own reason.
 *
 * @confidence high
 * @source https://developers.cloudflare.com/turnstile/concepts/pre-clearance-support/
 * @source https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { turnstile } from "consentry/services/turnstile";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [turnstile({ render: "explicit" })] });
 */
export function turnstile<const Category extends string = "functional">(
  options?: TurnstileOptions<Category>,
): Service<"turnstile", Category> {
  return defineService(
    {
      id: "turnstile",
      name: "Cloudflare Turnstile",
      category: "functional",
      purpose: "security",
      provider: { name: "Cloudflare, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.cloudflare.com/turnstile-privacy-policy/",
      hosts: ["challenges.cloudflare.com"],
      storage: [
        ...items("cookie", "security", "1 year", ["cf_clearance"], { httpOnly: true, keep: true }),
        ...items("cookie", "security", "session", ["cf_chl*"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const render = read("render", /^(explicit|onload)$/);
      const url = `https://challenges.cloudflare.com/turnstile/v0/api.js?render=${render}`;
      return { load: render ? (context) => loadScript(context, url) : undefined };
    },
  );
}

export default turnstile;
