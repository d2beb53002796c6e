import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { once } from './kit/once.js';
import { record } from './kit/record.js';

function datadogRum(options) {
  return defineService(
    {
      id: "datadog-rum",
      name: "Datadog RUM",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "Datadog, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.datadoghq.com/legal/privacy/",
      hosts: [
        "www.datadoghq-browser-agent.com",
        "*.datadoghq.com",
        "*.datadoghq.eu",
        "browser-intake-datadoghq.com",
        "browser-intake-datadoghq.eu",
        "browser-intake-us3-datadoghq.com",
        "browser-intake-us5-datadoghq.com",
        "browser-intake-ap1-datadoghq.com"
      ],
      storage: [
        ...items("cookie", "session", "1 year", ["_dd_s", "_dd_s_v2"]),
        ...items("cookie", "probe", "session", ["dd_site_test_*", "dd_cookie_test_*"]),
        ...items("localStorage", "session", "persistent", ["_dd*"]),
        ...items("sessionStorage", "session", "session", ["_dd*"])
      ]
    },
    options,
    (read) => {
      const applicationId = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const clientToken = read("clientToken", /^pub[0-9a-f]{32}$/);
      const site = read("site", /^((us3|us5|ap1)\.)?datadoghq\.(com|eu)$/, "datadoghq.eu");
      const region = site.endsWith(".eu") ? "eu1" : /^[a-z]+\d(?=\.)/.exec(site)?.[0] ?? "us1";
      return {
        load: applicationId && clientToken ? (context) => {
          const { window } = context;
          if (once(context, "DD_RUM")) {
            const q = [];
            window.DD_RUM ??= { q, onReady: (ready) => q.push(ready) };
            const config = { ...record(options, "config"), applicationId, clientToken, site };
            invoke(window, "DD_RUM.onReady", () => invoke(window, "DD_RUM.init", config));
          }
          return loadScript(
            context,
            `https://www.datadoghq-browser-agent.com/${region}/v6/datadog-rum.js`
          );
        } : void 0,
        grant({ window }) {
          invoke(window, "DD_RUM.setTrackingConsent", "granted");
        },
        revoke({ window }) {
          invoke(window, "DD_RUM.setTrackingConsent", "not-granted");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { datadogRum, datadogRum as default };
