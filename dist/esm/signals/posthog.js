import { invoke } from '../services/kit/invoke.js';
import { allowed } from './kit/allowed.js';

function posthog({ ids = "posthog performance" } = {}) {
  return {
    id: "posthog",
    start() {
    },
    update({ window, permits }) {
      if (allowed(permits, ids)) {
        invoke(window, "posthog.opt_in_capturing", { captureEventName: false });
      } else invoke(window, "posthog.opt_out_capturing");
    }
  };
}

export { posthog as default, posthog };
