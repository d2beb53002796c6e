import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `microsoftUet` takes, beside the fields of a service. */
export interface MicrosoftUetOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** UET tag id, digits only. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * Microsoft Advertising (Bing Ads) Universal Event Tracking. `uetq` is an array until bat.js has
 * run and a `UET` object after; it is never kept in a variable.
 *
 * @confidence high
 * @source https://help.ads.microsoft.com/apex/index/3/en/60119
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source c15t@cfcbbf85
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { microsoftUet } from "consentry/services/microsoft-uet";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [microsoftUet({ id: 12345678 })] });
 */
export function microsoftUet<const Category extends string = "marketing">(
  options?: MicrosoftUetOptions<Category>,
): Service<"microsoft-uet", Category> {
  return defineService(
    {
      id: "microsoft-uet",
      name: "Microsoft Advertising (Bing Ads)",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Microsoft Ireland Operations Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://privacy.microsoft.com/privacystatement",
      hosts: ["bat.bing.com", "bat.bing.net", "c.bing.com", "www.bing.com", "c.clarity.ms"],
      storage: [
        ...items("cookie", "session", "1 day", ["_uetsid"]),
        ...items("cookie", "visitor", "13 months", ["_uetvid"]),
        ...items("cookie", "campaign", "90 days", ["_uetmsclkid"]),
        ...items("cookie", "optout", "persistent", ["_uetmsdns"], { keep: true }),
        ...items("cookie", "state", "10 minutes", ["_rmt_an_idt"]),
        ...items("localStorage", "visitor", "13 months", [
          "_uetsid",
          "_uetsid_exp",
          "_uetvid",
          "_uetvid_exp",
          "_uetmsclkid",
          "_uetmsclkid_exp",
        ]),
        ...items("cookie", "visitor", "13 months", ["MUID", "SRM_B", "MSPTC"], { party: "third" }),
        ...items("cookie", "state", "6 months", ["MR"], { party: "third" }),
      ],
      signals: ["microsoft-uet"],
    },
    options,
    (read) => {
      const id = read("id", /^\d{1,12}$/);
      if (!id) return {};
      return {
        async load(context) {
          const { window } = context;
          queue(window, "uetq");
          await loadScript(context, "https://bat.bing.com/bat.js");
          if (typeof window.UET != "function" || !once(context, "uet")) return;
          const settings = { ti: id, enableAutoSpaTracking: true, q: window.uetq };
          window.uetq = Reflect.construct(window.UET, [settings]) as unknown;
          queue(window, "uetq").push("pageLoad");
        },
      };
    },
  );
}

export default microsoftUet;
