import { argumentsQueue } from './kit/argumentsQueue.js';
import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { record } from './kit/record.js';

function plausible(options) {
  return defineService(
    {
      id: "plausible",
      name: "Plausible Analytics",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Plausible Insights O\xDC", country: "EE" },
      privacyUrl: "https://plausible.io/privacy",
      hosts: ["plausible.io"],
      storage: items("localStorage", "optout", "persistent", ["plausible_ignore"], { keep: true })
    },
    options,
    (read) => {
      const id = read("id", /^pa-[\w-]{4,40}$/);
      const host = read("host", /^https?:\/\/[\w.-]+(:\d+)?$/, "https://plausible.io");
      return {
        load: id ? (context) => {
          const { window } = context;
          if (once(context, id)) {
            const stub = argumentsQueue(window, "plausible");
            const init = (o) => void Object.assign(stub ?? {}, { o });
            if (stub) Object.assign(stub, { init });
            invoke(window, "plausible.init", record(options, "config"));
          }
          return loadScript(context, `${host}/js/${id}.js`);
        } : void 0,
        hosts: [new URL(host).host]
      };
    }
  );
}

export { plausible as default, plausible };
