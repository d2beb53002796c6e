import type { Service } from "../../core/config/service.ts";
import { own } from "../../lib/own.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { listensTo } from "./kit/listensTo.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `microsoftClarity` takes, beside the fields of a service. */
export interface MicrosoftClarityOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Project id. Absent: the page's own markup starts it. */
  id?: string;
  /** Whether this consent covers Clarity's advertising cookies too. Default false. */
  ads?: boolean;
}

/**
 * Microsoft Clarity. Refusing its consent call erases its cookies and goes on without them, so a
 * withdrawal reloads. It does not start at all where Global Privacy Control is on.
 *
 * @confidence high
 * @source https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 * @source microsoft/clarity@8aa987e4 source (2026-07-30)
 * @source npm @microsoft/clarity@1.0.2
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { microsoftClarity } from "consentry/services/microsoft-clarity";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [microsoftClarity({ id: "abcdef1234" })] });
 */
export function microsoftClarity<const Category extends string = "performance">(
  options?: MicrosoftClarityOptions<Category>,
): Service<"microsoft-clarity", Category> {
  return defineService(
    {
      id: "microsoft-clarity",
      name: "Microsoft Clarity",
      category: "performance",
      purpose: "recording",
      provider: { name: "Microsoft Ireland Operations Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://privacy.microsoft.com/privacystatement",
      hosts: ["*.clarity.ms", "c.bing.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["_clck"]),
        ...items("cookie", "session", "1 day", ["_clsk"]),
        ...items("sessionStorage", "session", "session", ["_cltk"]),
        ...items("cookie", "visitor", "1 year", ["CLID"], { party: "third" }),
        ...items("cookie", "visitor", "13 months", ["MUID", "SRM_B"], { party: "third" }),
        ...items("cookie", "state", "6 months", ["ANONCHK", "SM", "MR"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{6,20}$/);
      // With the signal, consent is reported for each category; without it, for this service alone.
      const bySignal = listensTo(options, "microsoft-clarity");
      const ads = own(options, "ads") === true;
      const tell = (window: object, granted: boolean): void => {
        const answer = (yes: boolean): string => (yes ? "granted" : "denied");
        if (bySignal) return;
        invoke(window, "clarity", "consentv2", {
          ad_Storage: answer(granted && ads),
          analytics_Storage: answer(granted),
        });
      };
      return {
        load: id
          ? (context) => {
              argumentsQueue(context.window, "clarity");
              if (once(context, "clarity")) tell(context.window, true);
              return loadScript(context, `https://www.clarity.ms/tag/${id}`);
            }
          : undefined,
        grant: ({ window }) => tell(window, true),
        revoke: ({ window }) => tell(window, false),
      };
    },
    ["ads"],
  );
}

export default microsoftClarity;
