import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `userlike` takes, beside the fields of a service. */
export interface UserlikeOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Widget key, 64 hexadecimal digits. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Userlike (Lime Connect) messenger. No call that stops it is documented: a withdrawal reloads.
 *
 * @confidence medium
 * @source tarteaucitron.js@76151fa
 * @source npm @userlike/messenger@1.3.2
 * @checked tracker-radar crawl of November 2024
 * @unverified lifetime of uslk_s and uslk_e
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { userlike } from "consentry/services/userlike";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [userlike({ id: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" })] });
 */
export function userlike<const Category extends string = "functional">(
  options?: UserlikeOptions<Category>,
): Service<"userlike", Category> {
  return defineService(
    {
      id: "userlike",
      name: "Userlike",
      category: "functional",
      purpose: "chat",
      provider: { name: "Lime Connect (Userlike) GmbH", country: "DE" },
      privacyUrl: "https://www.userlike.com/en/terms#privacy-policy",
      hosts: [
        "userlike-cdn-widgets.s3-eu-west-1.amazonaws.com",
        "userlike-cdn-umm.b-cdn.net",
        "*.userlike.com",
      ],
      storage: [
        ...items("cookie", "visitor", "1 year", ["uslk_umm_*_s", "uslk_e"]),
        ...items("cookie", "session", "session", ["uslk_s"]),
        ...items("localStorage", "state", "persistent", ["uslk_umm_*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{64}$/);
      const host = "https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com";
      return { load: id ? (context) => loadScript(context, `${host}/${id}.js`) : undefined };
    },
  );
}

export default userlike;
