import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `sentry` takes, beside the fields of a service. */
export interface SentryOptions<Category extends string = string> extends ServiceOptions<Category> {
  /**
   * Public key of the project's loader, 32 hexadecimal digits. Absent: the page's own markup
   * starts it.
   */
  id?: string;
  /** `"de"` for projects in Sentry's European data centre. */
  region?: "us" | "de";
}

/**
 * Sentry error monitoring. It stores nothing unless session replay is on. `close` stops it until
 * the page is loaded again.
 *
 * @confidence high
 * @source getsentry/sentry-javascript@f7a6cc0c22 source
 * @checked tracker-radar crawl of November 2024
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { sentry } from "consentry/services/sentry";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [sentry({ id: "0123456789abcdef0123456789abcdef", region: "de" })] });
 */
export function sentry<const Category extends string = "performance">(
  options?: SentryOptions<Category>,
): Service<"sentry", Category> {
  return defineService(
    {
      id: "sentry",
      name: "Sentry",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "Functional Software, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://sentry.io/privacy/",
      hosts: [
        "*.sentry-cdn.com",
        "*.ingest.sentry.io",
        "*.ingest.us.sentry.io",
        "*.ingest.de.sentry.io",
      ],
      storage: [
        ...items("sessionStorage", "session", "session", [
          "sentryReplaySession",
          "sentry_previous_trace",
        ]),
        ...items("localStorage", "state", "persistent", ["sentry*"]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      const host = read("region", /^(us|de)$/, "us") == "de" ? "js-de" : "js";
      return {
        load: id
          ? (context) =>
              loadScript(context, `https://${host}.sentry-cdn.com/${id}.min.js`, {
                crossorigin: "anonymous",
              })
          : undefined,
        revoke({ window }) {
          invoke(window, "Sentry.close");
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default sentry;
