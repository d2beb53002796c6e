import { invoke } from '../services/kit/invoke.js';
import { allowed } from './kit/allowed.js';

function snowplow(options = {}) {
  const send = ({ window }, granted) => {
    const name = options.name ?? "snowplow";
    if (granted) {
      invoke(window, name, "disableAnonymousTracking", {
        stateStorageStrategy: "cookieAndLocalStorage"
      });
      return;
    }
    invoke(window, name, "enableAnonymousTracking", {
      options: { withServerAnonymisation: true },
      stateStorageStrategy: "none"
    });
    invoke(window, name, "clearUserData");
  };
  return {
    id: "snowplow",
    start: (context) => send(context, false),
    update: (context) => send(context, allowed(context.permits, options.ids ?? "snowplow performance"))
  };
}

export { snowplow as default, snowplow };
