import { argumentsQueue } from '../services/kit/argumentsQueue.js';
import { invoke } from '../services/kit/invoke.js';
import { allowed } from './kit/allowed.js';

function microsoftClarity(options = {}) {
  const send = ({ window }, permits) => {
    const answer = (ids) => allowed(permits, ids) ? "granted" : "denied";
    argumentsQueue(window, "clarity");
    invoke(window, "clarity", "consentv2", {
      ad_Storage: answer(options.ads ?? "marketing"),
      analytics_Storage: answer(options.analytics ?? "microsoft-clarity performance")
    });
  };
  return {
    id: "microsoft-clarity",
    start: (context) => send(context, () => false),
    update: (context) => send(context, context.permits)
  };
}

export { microsoftClarity as default, microsoftClarity };
