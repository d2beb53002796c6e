import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { record } from './kit/record.js';

function intercom(options) {
  return defineService(
    {
      id: "intercom",
      name: "Intercom",
      category: "functional",
      purpose: "chat",
      provider: { name: "Intercom R&D Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.intercom.com/legal/privacy",
      hosts: ["*.intercom.io", "*.intercomcdn.com", "*.intercomassets.com"],
      storage: [
        ...items("cookie", "visitor", "9 months", ["intercom-id-*", "intercom-device-id-*"]),
        ...items("cookie", "session", "1 week", ["intercom-session-*"]),
        ...items("localStorage", "state", "persistent", ["intercom*"]),
        ...items("sessionStorage", "state", "session", ["intercom*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[a-z0-9]{6,12}$/);
      return {
        load: id ? (context) => {
          const { window } = context;
          window.intercomSettings ??= { app_id: id, ...record(options, "config") };
          const stub = argumentsQueue(window, "Intercom");
          if (stub) Object.assign(stub, { c: (call) => invoke(stub, "q.push", call) });
          return loadScript(context, `https://widget.intercom.io/widget/${id}`);
        } : void 0,
        grant({ window }) {
          invoke(window, "Intercom", "boot", window.intercomSettings);
        },
        revoke({ window }) {
          invoke(window, "Intercom", "shutdown");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { intercom as default, intercom };
