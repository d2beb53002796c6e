import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `awin` takes, beside the fields of a service. */
export interface AwinOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Advertiser id, digits. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * AWIN MasterTag for affiliate sales. Its consent flag stops cookies, not the script: a withdrawal
 * reloads.
 *
 * @confidence medium
 * @source https://help.awin.com/developers/docs/gtm-consent.md
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @unverified localStorage names beside the ones listed (they start with aw)
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { awin } from "consentry/services/awin";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [awin({ id: 1234 })] });
 */
export function awin<const Category extends string = "marketing">(
  options?: AwinOptions<Category>,
): Service<"awin", Category> {
  return defineService(
    {
      id: "awin",
      name: "AWIN",
      category: "marketing",
      purpose: "campaign",
      provider: { name: "AWIN AG", country: "DE" },
      privacyUrl: "https://www.awin.com/gb/privacy",
      hosts: ["www.dwin1.com", "www.awin1.com", "www.zenaps.com"],
      storage: [
        ...items("cookie", "campaign", "1 year", ["_aw_m_*", "_aw_sn_*", "_aw_j_*", "_aw_xid_*"]),
        ...items("cookie", "campaign", "30 days", [
          "AwinChannelCookie",
          "_aw_channel",
          "awin_source",
          "lantern",
        ]),
        ...items("localStorage", "campaign", "persistent", ["AwinChannelCookie", "_aw_*"]),
        ...items("cookie", "campaign", "1 year", ["bId", "AWSESS", "awpv*"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{2,8}$/);
      const consent = (window: Record<string, unknown>, value: boolean): void => {
        const awin = Object(window.AWIN) as Record<string, unknown>;
        awin.Tracking = Object.assign(Object(awin.Tracking), { AdvertiserConsent: value });
        window.AWIN = awin;
      };
      return {
        load: id
          ? (context) => {
              consent(context.window, true);
              return loadScript(context, `https://www.dwin1.com/${id}.js`);
            }
          : undefined,
        grant: ({ window }) => consent(window, true),
        revoke: ({ window }) => consent(window, false),
      };
    },
  );
}

export default awin;
