import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

/** What `amplitude` takes, beside the fields of a service. */
export interface AmplitudeOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** API key, 32 hexadecimal digits. Absent: the page's own markup starts it. */
  id?: string;
  /** Where the script comes from. Default `https://cdn.amplitude.com/script/<id>.js`. */
  script?: string;
  /** Handed to `amplitude.init(id, config)`, for example `{ serverZone: "EU" }`. */
  config?: Record<string, unknown>;
}

/**
 * Amplitude by its script loader. Its opt-out lives in a cookie that is erased with the others, so
 * each load sets it again. Opted out, it still sends again what failed before, and holds its database
 * open: after a withdrawal the page reloads.
 *
 * @confidence high
 * @source https://amplitude.com/docs/en/get-started/install-with-snippet
 * @source https://amplitude.com/docs/sdks/analytics/browser/cookies-and-consent-management
 * @source npm @amplitude/analytics-browser@2.34.0
 * @source amplitude/Amplitude-TypeScript@6deb0623b source
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { amplitude } from "consentry/services/amplitude";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [amplitude({ id: "0123456789abcdef0123456789abcdef", config: { serverZone: "EU" } })] });
 */
export function amplitude<const Category extends string = "performance">(
  options?: AmplitudeOptions<Category>,
): Service<"amplitude", Category> {
  return defineService(
    {
      id: "amplitude",
      name: "Amplitude",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Amplitude, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://amplitude.com/privacy",
      hosts: ["*.amplitude.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["AMP_*"]),
        ...items("cookie", "campaign", "1 year", ["AMP_MKTG_*", "AMP_MKTG_ORIGINAL_*"]),
        ...items("cookie", "probe", "session", [
          "AMP_TEST",
          "AMP_TLDTEST",
          "__tld_test_*",
          "_tldtest_*",
        ]),
        ...items("cookie", "visitor", "10 years", ["amp_*", "amplitude_*"]),
        ...items("localStorage", "state", "persistent", ["AMP_*"]),
        ...items("sessionStorage", "session", "session", ["AMP_*"]),
        ...items("indexedDB", "state", "persistent", ["amplitude_*", "AMP_*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      const script = read(
        "script",
        /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]+$/,
        `https://cdn.amplitude.com/script/${id}.js`,
      );
      return {
        load: id
          ? async (context) => {
              const { window } = context;
              await loadScript(context, script);
              if (once(context, "amplitude")) {
                invoke(window, "amplitude.init", id, record(options, "config"));
              }
              invoke(window, "amplitude.setOptOut", false);
            }
          : undefined,
        grant({ window }) {
          invoke(window, "amplitude.setOptOut", false);
        },
        revoke({ window }) {
          invoke(window, "amplitude.setOptOut", true);
        },
        hosts: script.startsWith("https://cdn.amplitude.com/")
          ? undefined
          : [new URL(script).host, "*.amplitude.com"],
      };
    },
    ["config"],
  );
}

export default amplitude;
