import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { matomoFacts } from './kit/matomo.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function matomo(options) {
  return defineService(
    {
      id: "matomo",
      name: "Matomo",
      category: "performance",
      purpose: "analytics",
      ...matomoFacts,
      storage: [
        ...matomoFacts.storage,
        ...items("cookie", "probe", "session", ["_pk_testcookie*"]),
        ...items("cookie", "visitor", "13 months", ["_pk_uid*"]),
        ...items(
          "cookie",
          "consent",
          "30 years",
          ["mtm_consent", "mtm_consent_removed", "mtm_cookie_consent"],
          { keep: true }
        ),
        ...items("cookie", "optout", "30 years", ["piwik_ignore", "matomo_ignore"], {
          party: "third",
          keep: true
        }),
        ...items("cookie", "session", "14 days", ["MATOMO_SESSID"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const url = read("url", /^https?:\/\/[\w.-]+(:\d+)?\/([\w./-]*\/)?$/);
      const id = read("id", /^\d{1,9}$/);
      const script = read("script", /^https?:\/\/[\w.-]+(:\d+)?\/[\w./-]+\.js$/, `${url}matomo.js`);
      return {
        load: url && id ? (context) => {
          if (once(context, `matomo ${url} ${id}`)) {
            const calls = [
              ["setConsentGiven"],
              ["setTrackerUrl", `${url}matomo.php`],
              ["setSiteId", id],
              ["trackPageView"],
              ["enableLinkTracking"]
            ];
            for (const call of calls) queue(context.window, "_paq").push(call);
          }
          return loadScript(context, script);
        } : void 0,
        grant({ window }) {
          queue(window, "_paq").push(["setConsentGiven"]);
        },
        revoke({ window }) {
          queue(window, "_paq").push(["forgetConsentGiven"]);
        },
        silencedBy: "revoke",
        hosts: url ? [.../* @__PURE__ */ new Set([new URL(url).host, new URL(script).host])] : void 0
      };
    }
  );
}

export { matomo as default, matomo };
