import { queue } from '../services/kit/queue.js';
import { allowed } from './kit/allowed.js';

function tiktok({ ids = "tiktok-pixel marketing" } = {}) {
  const send = ({ window }, call) => {
    const ttq = queue(window, "ttq");
    const method = Reflect.get(ttq, call);
    if (typeof method == "function") Reflect.apply(method, ttq, []);
    else queue(window, "ttq").push([call]);
  };
  return {
    id: "tiktok",
    start: (context) => send(context, "holdConsent"),
    update: (context) => send(context, allowed(context.permits, ids) ? "grantConsent" : "revokeConsent")
  };
}

export { tiktok as default, tiktok };
