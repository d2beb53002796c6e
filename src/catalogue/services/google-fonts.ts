import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Google Fonts. It sets no cookies, but the visitor's IP address goes to Google, which LG München
 * I (3 O 17493/20) held unlawful without consent. Best served from the site's own host.
 *
 * @confidence high
 * @source https://developers.google.com/fonts/faq/privacy
 * @source tarteaucitron.js@76151fa
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleFonts } from "consentry/services/google-fonts";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleFonts()] });
 */
export function googleFonts<const Category extends string = "functional">(
  options?: ServiceOptions<Category>,
): Service<"google-fonts", Category> {
  return defineService(
    {
      id: "google-fonts",
      name: "Google Fonts",
      category: "functional",
      purpose: "fonts",
      ...google,
      hosts: ["fonts.googleapis.com", "fonts.gstatic.com"],
      storage: [],
    },
    options,
  );
}

export default googleFonts;
