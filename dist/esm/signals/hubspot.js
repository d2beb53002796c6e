import { queue } from '../services/kit/queue.js';
import { allowed } from './kit/allowed.js';

function hubspot(options = {}) {
  const send = ({ window }, permits) => {
    queue(window, "_hsp").push([
      "setHubSpotConsent",
      {
        analytics: allowed(permits, options.analytics ?? "performance"),
        advertisement: allowed(permits, options.advertisement ?? "hubspot marketing"),
        functionality: allowed(permits, options.functionality ?? "functional")
      }
    ]);
  };
  return {
    id: "hubspot",
    start(context) {
      context.window.disableHubSpotCookieBanner = true;
      send(context, () => false);
    },
    update: (context) => send(context, context.permits)
  };
}

export { hubspot as default, hubspot };
