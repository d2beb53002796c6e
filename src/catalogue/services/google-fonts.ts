import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Google Fonts. It sets no cookies, but the visitor's IP address goes to Google, which LG München
 * I (3 O 17493/20) held unlawful without consent. Best served from the site's own host.
 *
 * @confidence high
 * @source tarteaucitron.js@76151fa
 * @source https://developers.google.com/fonts/faq/privacy
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
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
