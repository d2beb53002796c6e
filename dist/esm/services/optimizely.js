import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { queue } from './kit/queue.js';

function optimizely(options) {
  return defineService(
    {
      id: "optimizely",
      name: "Optimizely",
      category: "performance",
      purpose: "testing",
      provider: { name: "Optimizely, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.optimizely.com/legal/privacy-notice/",
      hosts: ["*.optimizely.com"],
      storage: [
        ...items("cookie", "visitor", "6 months", ["optimizelyEndUserId"]),
        ...items("cookie", "testing", "10 years", ["optimizelySegments", "optimizelyBuckets"]),
        ...items("cookie", "state", "session", [
          "optimizelyRedirectData",
          "optimizelyPendingLogEvents",
          "optimizelySession",
          "optimizelyRumlb"
        ]),
        ...items("cookie", "probe", "session", ["optimizelyDomainTestCookie"]),
        ...items("cookie", "optout", "10 years", ["optimizelyOptOut"], { keep: true }),
        ...items("localStorage", "testing", "persistent", ["optimizely*", "optly*"]),
        ...items("sessionStorage", "testing", "session", ["optimizely*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{5,20}$/);
      return {
        load: id ? (context) => {
          queue(context.window, "optimizely");
          return loadScript(context, `https://cdn.optimizely.com/js/${id}.js`);
        } : void 0
      };
    }
  );
}

export { optimizely as default, optimizely };
