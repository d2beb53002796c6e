import { invoke } from '../services/kit/invoke.js';
import { allowed } from './kit/allowed.js';

function mixpanel({ ids = "mixpanel performance" } = {}) {
  return {
    id: "mixpanel",
    start() {
    },
    update({ window, permits }) {
      invoke(window, `mixpanel.opt_${allowed(permits, ids) ? "in" : "out"}_tracking`);
    }
  };
}

export { mixpanel as default, mixpanel };
