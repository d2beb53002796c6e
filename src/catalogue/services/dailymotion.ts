import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * Dailymotion videos in a frame. It shows advertising; its script form writes first-party cookies,
 * the frame does not.
 *
 * @confidence medium
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { dailymotion } from "consentry/services/dailymotion";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [dailymotion()] });
 */
export function dailymotion<const Category extends string = "marketing">(
  options?: ServiceOptions<Category>,
): Service<"dailymotion", Category> {
  return defineService(
    {
      id: "dailymotion",
      name: "Dailymotion",
      category: "marketing",
      purpose: "video",
      provider: { name: "Dailymotion SA", country: "FR" },
      transfer: ["US"],
      privacyUrl: "https://legal.dailymotion.com/en/privacy-policy/",
      hosts: ["*.dailymotion.com", "*.dmcdn.net", "*.dm-event.net", "imasdk.googleapis.com"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["v1st_dm", "uid_dm"]),
        ...items("cookie", "visitor", "13 months", ["v1st", "ts", "dmvk", "usprivacy", "dmaid"], {
          party: "third",
        }),
        ...items("cookie", "session", "10 hours", ["client_token"], { party: "third" }),
      ],
      silencedBy: "revoke",
    },
    options,
  );
}

export default dailymotion;
