import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { queue } from './kit/queue.js';

function piwikPro(options) {
  return defineService(
    {
      id: "piwik-pro",
      name: "Piwik PRO",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Piwik PRO Sp. z o.o.", country: "PL" },
      privacyUrl: "https://piwik.pro/privacy-policy/",
      hosts: ["*.piwik.pro"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_pk_id.*"]),
        ...items("cookie", "session", "30 minutes", ["_pk_ses.*"]),
        ...items("cookie", "state", "1 year", ["stg_last_interaction", "stg_returning_visitor"]),
        ...items("cookie", "campaign", "30 minutes", [
          "stg_traffic_source_priority",
          "stg_externalReferrer",
          "stg_utm_campaign",
          "stg_pk_campaign"
        ]),
        ...items("cookie", "state", "14 days", ["stg_fired_*", "stg_debug*"]),
        ...items("cookie", "consent", "1 year", ["ppms_privacy_*", "ppms_privacy_bar_*"], {
          keep: true
        }),
        ...items("localStorage", "state", "persistent", ["ppms*", "_pk_*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const account = read("account", /^[a-z0-9-]{1,63}$/);
      const decide = (window, status) => {
        const consents = { analytics: { status } };
        const done = () => void 0;
        invoke(window, "ppms.cm.api", "setComplianceSettings", { consents }, done, done);
      };
      return {
        load: id && account ? (context) => {
          if (once(context, `piwik-pro ${id}`)) {
            queue(context.window, "dataLayer").push({
              start: Date.now(),
              event: "stg.start"
            });
          }
          return loadScript(context, `https://${account}.containers.piwik.pro/${id}.js`);
        } : void 0,
        grant: ({ window }) => decide(window, 1),
        revoke: ({ window }) => decide(window, 0)
      };
    }
  );
}

export { piwikPro as default, piwikPro };
