import type { Service } from "../../core/config/service.ts";
import { own } from "../../lib/own.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `dynatrace` takes, beside the fields of a service. */
export interface DynatraceOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** True: opt-in mode is on in Dynatrace, so consent is reported by `dtrum.enable()`. */
  optIn?: boolean;
  /** Address of the script where nothing injects it: `https://js-cdn.dynatrace.com/jstag/…`. */
  url?: string;
}

/**
 * Dynatrace Real User Monitoring. It is mostly injected by the server, so its own opt-in mode is
 * the gate: switch that on in Dynatrace and set `optIn`. Names may carry a suffix.
 *
 * @confidence high
 * @source https://docs.dynatrace.com/docs/data-privacy-and-security/data-privacy/how-does-dynatrace-use-cookies
 * @source https://docs.dynatrace.com/docs/manage/data-privacy-and-security/data-privacy/rum-cookies-and-web-storage
 * @source Open-Cookie-Database@0ee5a17
 * @source npm @dynatrace/dtrum-api-types@1.337.11
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified web storage beside the copies of its cookies: starts with dt or rx, too broad to erase unasked
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { dynatrace } from "consentry/services/dynatrace";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [dynatrace({ optIn: true })] });
 */
export function dynatrace<const Category extends string = "performance">(
  options?: DynatraceOptions<Category>,
): Service<"dynatrace", Category> {
  return defineService(
    {
      id: "dynatrace",
      name: "Dynatrace",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "Dynatrace Austria GmbH", country: "AT" },
      transfer: ["US"],
      privacyUrl: "https://www.dynatrace.com/company/trust-center/privacy/",
      hosts: ["*.dynatrace.com"],
      storage: [
        ...items("cookie", "session", "session", ["dtCookie*", "dtPC*", "rxvt*"]),
        ...items("cookie", "state", "session", ["dtSa*", "dtLatC*"]),
        ...items("cookie", "probe", "session", ["dTValidationCookie*"]),
        ...items("cookie", "visitor", "2 years", ["rxVisitor*"]),
        ...items("cookie", "state", "session", ["dtDisabled*"], { keep: true }),
        ...items("localStorage", "state", "persistent", [
          "dtAdk*",
          "dtCookie*",
          "rxVisitor*",
          "rxvt*",
        ]),
        ...items("sessionStorage", "state", "session", [
          "dtAdk*",
          "dtCookie*",
          "rxVisitor*",
          "rxvt*",
        ]),
      ],
    },
    options,
    (read) => {
      const url = read("url", /^https:\/\/[\w-]+(\.[\w-]+)*\.dynatrace\.com\/jstag\/[\w./-]+\.js$/);
      const optIn = own(options, "optIn") === true;
      let wanted = false;
      const enable = (window: object): void => {
        if (wanted) invoke(window, "dtrum.enable");
      };
      if (!url && !optIn) return {};
      return {
        async load(context) {
          const { window } = context;
          wanted = true;
          if (url) await loadScript(context, url, { crossorigin: "anonymous" });
          if (!optIn) return;
          // An injected agent may come later than the choice.
          if (window.dtrum) enable(window);
          else window.addEventListener("load", () => enable(window), { once: true });
        },
        grant({ window }) {
          wanted = true;
          if (optIn) enable(window);
        },
        revoke({ window }) {
          wanted = false;
          invoke(window, "dtrum.disable");
        },
        silencedBy: optIn ? "revoke" : "reload",
      };
    },
    ["optIn"],
  );
}

export default dynatrace;
