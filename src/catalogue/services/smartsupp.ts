import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `smartsupp` takes, beside the fields of a service. */
export interface SmartsuppOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Account key, 40 hexadecimal digits. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Smartsupp live chat. Its consent calls stop visit counting only, and its socket stays open: a
 * withdrawal reloads.
 *
 * @confidence high
 * @source https://help.smartsupp.com/dashboard/cookie-consent
 * @source https://www.ccm19.de (Smartsupp entry)
 * @source tarteaucitron.js@76151fa
 * @source ghostery/trackerdb@0448d4bf
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { smartsupp } from "consentry/services/smartsupp";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [smartsupp({ id: "0123456789abcdef0123456789abcdef01234567" })] });
 */
export function smartsupp<const Category extends string = "functional">(
  options?: SmartsuppOptions<Category>,
): Service<"smartsupp", Category> {
  return defineService(
    {
      id: "smartsupp",
      name: "Smartsupp",
      category: "functional",
      purpose: "chat",
      provider: { name: "Smartsupp.com, s.r.o.", country: "CZ" },
      privacyUrl: "https://www.smartsupp.com/help/privacy/",
      hosts: ["*.smartsuppchat.com", "*.smartsupp.com", "*.smartsuppcdn.com"],
      storage: [
        ...items("cookie", "visitor", "6 months", ["ssupp.vid", "ssupp.visits"]),
        ...items("cookie", "state", "session", [
          "ssupp.chatid",
          "ssupp.group",
          "ssupp.opened",
          "ssupp.barclicked",
          "ssupp.message",
          "ssupp.unread",
          "ssupp.animbnr",
        ]),
        ...items("localStorage", "state", "persistent", ["ssupp*"]),
        ...items("cookie", "delivery", "7 days", ["AWSALB", "AWSALBCORS"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{40}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              window._smartsupp = Object.assign(window._smartsupp ?? {}, { key: id });
              argumentsQueue(window, "smartsupp", "_");
              return loadScript(context, "https://www.smartsuppchat.com/loader.js");
            }
          : undefined,
        revoke({ window }) {
          invoke(window, "smartsupp", "analyticsConsent", false);
          invoke(window, "smartsupp", "marketingConsent", false);
        },
      };
    },
  );
}

export default smartsupp;
