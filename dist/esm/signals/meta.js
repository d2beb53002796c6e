import { invoke } from '../services/kit/invoke.js';
import { allowed } from './kit/allowed.js';

function meta({ ids = "meta-pixel marketing" } = {}) {
  const send = ({ window }, granted) => {
    invoke(window, "fbq", "consent", granted ? "grant" : "revoke");
  };
  return {
    id: "meta",
    start: (context) => send(context, false),
    update: (context) => send(context, allowed(context.permits, ids))
  };
}

export { meta as default, meta };
