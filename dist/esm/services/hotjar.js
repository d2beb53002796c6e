import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function hotjar(options) {
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
          "_hjAbsoluteSessionInProgress"
        ]),
        ...items("cookie", "state", "1 year", [
          "_hjClosedSurveyInvites",
          "_hjDonePolls",
          "_hjMinimizedPolls",
          "_hjDoneTestersWidgets",
          "_hjMinimizedTestersWidgets",
          "_hjShownFeedbackMessage"
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
          "_hjSessionRejected"
        ]),
        ...items("cookie", "probe", "session", ["_hjTLDTest", "_hjCookieTest"]),
        ...items("localStorage", "state", "persistent", [
          "_hj*",
          "hjActiveViewportIds",
          "hjViewportId"
        ]),
        ...items("sessionStorage", "state", "session", ["_hj*", "hjViewportId"])
      ]
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
        }
      };
    }
  );
}

export { hotjar as default, hotjar };
