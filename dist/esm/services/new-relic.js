import { own } from '../lib/own.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';

function newRelic(options) {
  return defineService(
    {
      id: "new-relic",
      name: "New Relic",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "New Relic, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://newrelic.com/termsandconditions/privacy",
      hosts: ["js-agent.newrelic.com", "*.nr-data.net"],
      storage: [
        ...items("localStorage", "session", "4 hours", ["NRBA_SESSION*"]),
        ...items("sessionStorage", "session", "session", ["NRBA*"]),
        ...items("cookie", "session", "session", ["JSESSIONID"], { party: "third" })
      ]
    },
    options,
    () => {
      if (own(options, "consentMode") !== true) return {};
      return {
        load({ window }) {
          invoke(window, "newrelic.consent", true);
        },
        grant({ window }) {
          invoke(window, "newrelic.consent", true);
        },
        revoke({ window }) {
          invoke(window, "newrelic.consent", false);
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { newRelic as default, newRelic };
