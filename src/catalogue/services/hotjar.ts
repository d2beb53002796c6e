import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `hotjar` takes, beside the fields of a service. */
export interface HotjarOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Site id. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * Hotjar recordings, heat maps and surveys. It has no documented call that stops it: after a
 * withdrawal only a reload does.
 *
 * @confidence high
 * @source https://help.hotjar.com/hc/en-us/articles/115011789248
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source c15t@cfcbbf85
 * @source npm @hotjar/browser@1.0.9
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { hotjar } from "consentry/services/hotjar";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [hotjar({ id: 123456 })] });
 */
export function hotjar<const Category extends string = "performance">(
  options?: HotjarOptions<Category>,
): Service<"hotjar", Category> {
  return defineService(
    {
      id: "hotjar",
      name: "Hotjar",
      category: "performance",
      purpose: "recording",
      provider: { name: "Hotjar Ltd", country: "MT" },
      privacyUrl: "https://www.hotjar.com/legal/policies/privacy/",
      hosts: ["*.hotjar.com", "*.hotjar.io"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["_hjSessionUser_*", "_hjid"]),
        ...items("cookie", "session", "30 minutes", [
          "_hjSession_*",
          "_hjAbsoluteSessionInProgress",
        ]),
        ...items("cookie", "state", "1 year", [
          "_hjClosedSurveyInvites",
          "_hjDonePolls",
          "_hjMinimizedPolls",
          "_hjDoneTestersWidgets",
          "_hjMinimizedTestersWidgets",
          "_hjShownFeedbackMessage",
        ]),
        ...items("cookie", "state", "session", [
          "_hjHasCachedUserAttributes",
          "_hjCachedUserAttributes",
          "_hjUserAttributesHash",
          "_hjFirstSeen",
          "_hjIncludedInPageviewSample",
          "_hjIncludedInSessionSample*",
          "_hjSessionTooLarge",
          "_hjSessionResumed",
          "_hjSessionRejected",
        ]),
        ...items("cookie", "probe", "session", ["_hjTLDTest", "_hjCookieTest"]),
        ...items("localStorage", "state", "persistent", [
          "_hj*",
          "hjActiveViewportIds",
          "hjViewportId",
        ]),
        ...items("sessionStorage", "state", "session", ["_hj*", "hjViewportId"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{1,12}$/);
      if (!id) return {};
      return {
        load(context) {
          argumentsQueue(context.window, "hj");
          context.window._hjSettings = { hjid: Number(id), hjsv: 6 };
          return loadScript(context, `https://static.hotjar.com/c/hotjar-${id}.js?sv=6`);
        },
      };
    },
  );
}

export default hotjar;
