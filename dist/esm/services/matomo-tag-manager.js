import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { matomoFacts } from './kit/matomo.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function matomoTagManager(options) {
  return defineService(
    {
      id: "matomo-tag-manager",
      name: "Matomo Tag Manager",
      category: "functional",
      purpose: "tags",
      ...matomoFacts,
      storage: [
        ...matomoFacts.storage,
        ...items("cookie", "preferences", "session", ["mtmPreviewMode"], { keep: true })
      ]
    },
    options,
    (read) => {
      const url = read("url", /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]*container_\w+\.js$/);
      return {
        load: url ? (context) => {
          if (once(context, url)) {
            queue(context.window, "_mtm").push({
              "mtm.startTime": Date.now(),
              event: "mtm.Start"
            });
          }
          return loadScript(context, url);
        } : void 0,
        hosts: url ? [new URL(url).host] : void 0
      };
    }
  );
}

export { matomoTagManager as default, matomoTagManager };
