import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { methodsQueue } from "./kit/methodsQueue.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { record } from "./kit/record.ts";

const METHODS = (
  "trackSubmit trackClick trackLink trackForm pageview identify reset group track ready alias " +
  "debug page screen once off on addSourceMiddleware addIntegrationMiddleware setAnonymousId " +
  "addDestinationMiddleware register"
).split(" ");

/** What `segment` takes, beside the fields of a service. */
export interface SegmentOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Write key. Absent: the page's own markup starts it. */
  id?: string;
  /** Handed to `analytics.load(id, config)`, for example `{ integrations: { All: false } }`. */
  config?: Record<string, unknown>;
}

/**
 * Segment (Twilio). It loads each destination that is switched on in the workspace: name those
 * beside it. It has no call that stops it, so a withdrawal reloads.
 *
 * @confidence high
 * @source segmentio/analytics-next@0c4fa881 source
 * @source nuxt/scripts@5052a9fd
 * @checked tracker-radar crawl of November 2024
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { segment } from "consentry/services/segment";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [segment({ id: "abcDEF1234567890", config: { integrations: { All: false } } })] });
 */
export function segment<const Category extends string = "performance">(
  options?: SegmentOptions<Category>,
): Service<"segment", Category> {
  return defineService(
    {
      id: "segment",
      name: "Segment",
      category: "performance",
      purpose: "tags",
      provider: { name: "Twilio Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.twilio.com/en-us/legal/privacy",
      hosts: ["cdn.segment.com", "api.segment.io", "*.segmentapis.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", [
          "ajs_user_id",
          "ajs_anonymous_id",
          "ajs_group_id",
        ]),
        ...items("cookie", "session", "1 year", ["analytics_session_id*"]),
        ...items("localStorage", "visitor", "persistent", ["ajs_*"]),
        ...items("localStorage", "state", "persistent", [
          "persisted-queue*",
          "seg_*",
          "analytics_session_id*",
        ]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[A-Za-z0-9]{10,64}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, "segment")) {
                const stub = Object.assign([], {
                  invoked: true,
                  methods: METHODS,
                  _writeKey: id,
                  _loadOptions: record(options, "config"),
                  SNIPPET_VERSION: "5.2.1",
                });
                methodsQueue(stub, METHODS);
                window.analytics ??= stub;
                invoke(window, "analytics.page");
              }
              return loadScript(
                context,
                `https://cdn.segment.com/analytics.js/v1/${id}/analytics.min.js`,
              );
            }
          : undefined,
        revoke({ window }) {
          invoke(window, "analytics.reset");
        },
      };
    },
    ["config"],
  );
}

export default segment;
