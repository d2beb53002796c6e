import { queue } from '../services/kit/queue.js';
import { allowed } from './kit/allowed.js';

function matomo(options = {}) {
  const kind = options.cookieless ? "CookieConsent" : "Consent";
  let given = false;
  return {
    id: "matomo",
    start({ window }) {
      queue(window, "_paq").push([`require${kind}`]);
    },
    update({ window, permits }) {
      const now = allowed(permits, options.ids ?? "matomo performance");
      if (now || given) queue(window, "_paq").push([`${now ? "set" : "forget"}${kind}Given`]);
      given = now;
    }
  };
}

export { matomo as default, matomo };
