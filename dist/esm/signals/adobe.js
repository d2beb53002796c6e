import { invoke } from '../services/kit/invoke.js';
import { allowed } from './kit/allowed.js';

function adobe(options = {}) {
  return {
    id: "adobe",
    start() {
    },
    update({ window, permits }) {
      const granted = allowed(permits, options.ids ?? "adobe-analytics performance");
      const value = { collect: { val: granted ? "y" : "n" } };
      invoke(window, "alloy", "setConsent", {
        consent: [{ standard: "Adobe", version: "2.0", value }]
      });
      const categories = options.optIn ?? ["aa", "ecid"];
      invoke(window, `adobe.optIn.${granted ? "approve" : "deny"}`, categories, true);
      invoke(window, "adobe.optIn.complete");
    }
  };
}

export { adobe, adobe as default };
