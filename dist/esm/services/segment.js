import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { methodsQueue } from './kit/methodsQueue.js';
import { once } from './kit/once.js';
import { record } from './kit/record.js';

const METHODS = "trackSubmit trackClick trackLink trackForm pageview identify reset group track ready alias debug page screen once off on addSourceMiddleware addIntegrationMiddleware setAnonymousId addDestinationMiddleware register".split(" ");
function segment(options) {
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
          "ajs_group_id"
        ]),
        ...items("cookie", "session", "1 year", ["analytics_session_id*"]),
        ...items("localStorage", "visitor", "persistent", ["ajs_*"]),
        ...items("localStorage", "state", "persistent", [
          "persisted-queue*",
          "seg_*",
          "analytics_session_id*"
        ])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[A-Za-z0-9]{10,64}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, "segment")) {
            const stub = Object.assign([], {
              invoked: true,
              methods: METHODS,
              _writeKey: id,
              _loadOptions: record(options, "config"),
              SNIPPET_VERSION: "5.2.1"
            });
            methodsQueue(stub, METHODS);
            window.analytics ??= stub;
            invoke(window, "analytics.page");
          }
          return loadScript(
            context,
            `https://cdn.segment.com/analytics.js/v1/${id}/analytics.min.js`
          );
        } : void 0,
        revoke({ window }) {
          invoke(window, "analytics.reset");
        }
      };
    }
  );
}

export { segment as default, segment };
