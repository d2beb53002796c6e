import { args } from "../fakePage.ts";
import { HEX32, NOW, UUID, type Expectation } from "./expectation.ts";

const adobe = (val: string): object => ({
  standard: "Adobe",
  version: "2.0",
  value: { collect: { val } },
});

/** Analytics, recording, experiments and monitoring. */
export const analytics: Record<string, Expectation> = {
  hotjar: {
    options: { id: 123456 },
    scripts: ["https://static.hotjar.com/c/hotjar-123456.js?sv=6"],
    window: { _hjSettings: { hjid: 123456, hjsv: 6 }, hj: { q: [] } },
  },
  contentsquare: {
    options: { id: "8b0850a3ee53b" },
    scripts: ["https://t.contentsquare.net/uxa/8b0850a3ee53b.js"],
    window: { _uxa: [] },
    after: { _uxa: [["optout"]] },
    again: { _uxa: [["optout"], ["optin"]] },
  },
  "microsoft-clarity": {
    options: { id: "abcdef1234" },
    scripts: ["https://www.clarity.ms/tag/abcdef1234"],
    window: {
      clarity: {
        q: [args("consentv2", { ad_Storage: "denied", analytics_Storage: "granted" })],
      },
    },
    vendor: ["clarity"],
    granted: [["clarity", "consentv2", { ad_Storage: "denied", analytics_Storage: "granted" }]],
    revoked: [["clarity", "consentv2", { ad_Storage: "denied", analytics_Storage: "denied" }]],
  },
  matomo: {
    options: { url: "https://stats.example/", id: 3 },
    scripts: ["https://stats.example/matomo.js"],
    window: {
      _paq: [
        ["setConsentGiven"],
        ["setTrackerUrl", "https://stats.example/matomo.php"],
        ["setSiteId", "3"],
        ["trackPageView"],
        ["enableLinkTracking"],
      ],
    },
    vendor: ["_paq.push"],
    granted: [["_paq.push", ["setConsentGiven"]]],
    revoked: [["_paq.push", ["forgetConsentGiven"]]],
  },
  "matomo-tag-manager": {
    options: { url: "https://stats.example/js/container_AbC123.js" },
    scripts: ["https://stats.example/js/container_AbC123.js"],
    window: { _mtm: [{ "mtm.startTime": NOW, event: "mtm.Start" }] },
  },
  plausible: {
    options: { id: "pa-o4hLL702isUW", config: { hashBasedRouting: true } },
    scripts: ["https://plausible.io/js/pa-o4hLL702isUW.js"],
    window: { plausible: { q: [], o: { hashBasedRouting: true } } },
  },
  posthog: {
    options: { id: "phc_0123456789abcdefghij", config: { autocapture: false } },
    scripts: [["https://eu-assets.i.posthog.com/static/array.js", { crossorigin: "anonymous" }]],
    window: {
      posthog: {
        __SV: 1,
        _i: [
          [
            "phc_0123456789abcdefghij",
            {
              api_host: "https://eu.i.posthog.com",
              opt_out_persistence_by_default: true,
              autocapture: false,
            },
            "posthog",
          ],
        ],
      },
    },
    vendor: [
      "posthog.has_opted_out_capturing",
      "posthog.opt_in_capturing",
      "posthog.opt_out_capturing",
    ],
    returns: { "posthog.has_opted_out_capturing": true },
    loaded: [
      ["posthog.has_opted_out_capturing"],
      ["posthog.opt_in_capturing", { captureEventName: false }],
    ],
    granted: [["posthog.opt_in_capturing", { captureEventName: false }]],
    revoked: [["posthog.opt_out_capturing"]],
  },
  mixpanel: {
    options: { id: HEX32, config: { api_host: "https://api-eu.mixpanel.com" } },
    scripts: ["https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js"],
    window: {
      mixpanel: {
        __SV: 1.2,
        _i: [[HEX32, { api_host: "https://api-eu.mixpanel.com" }, "mixpanel"]],
        track: "(function)",
        people: { set: "(function)" },
      },
    },
    vendor: [
      "mixpanel.has_opted_out_tracking",
      "mixpanel.opt_in_tracking",
      "mixpanel.opt_out_tracking",
    ],
    loaded: [["mixpanel.has_opted_out_tracking"]],
    granted: [["mixpanel.opt_in_tracking"]],
    revoked: [["mixpanel.opt_out_tracking"]],
  },
  amplitude: {
    options: { id: HEX32, config: { serverZone: "EU" } },
    scripts: [`https://cdn.amplitude.com/script/${HEX32}.js`],
    vendor: ["amplitude.init", "amplitude.setOptOut"],
    loaded: [
      ["amplitude.init", HEX32, { serverZone: "EU" }],
      ["amplitude.setOptOut", false],
    ],
    granted: [["amplitude.setOptOut", false]],
    revoked: [["amplitude.setOptOut", true]],
  },
  segment: {
    options: { id: "abcDEF1234567890", config: { integrations: { All: false } } },
    scripts: ["https://cdn.segment.com/analytics.js/v1/abcDEF1234567890/analytics.min.js"],
    window: {
      analytics: {
        list: [["page"]],
        invoked: true,
        _writeKey: "abcDEF1234567890",
        _loadOptions: { integrations: { All: false } },
        track: "(function)",
      },
    },
    vendor: ["analytics.reset"],
    revoked: [["analytics.reset"]],
  },
  snowplow: {
    options: {
      script: "https://cdn.example/sp.js",
      collector: "https://collect.example",
      appId: "shop",
    },
    scripts: ["https://cdn.example/sp.js"],
    window: {
      GlobalSnowplowNamespace: ["snowplow"],
      snowplow: {
        q: [
          args("newTracker", "sp", "https://collect.example", { appId: "shop" }),
          args("trackPageView"),
        ],
      },
    },
    vendor: ["snowplow"],
    granted: [
      ["snowplow", "disableAnonymousTracking", { stateStorageStrategy: "cookieAndLocalStorage" }],
    ],
    revoked: [
      [
        "snowplow",
        "enableAnonymousTracking",
        { options: { withServerAnonymisation: true }, stateStorageStrategy: "none" },
      ],
      ["snowplow", "clearUserData"],
    ],
  },
  "piwik-pro": {
    options: { id: UUID, account: "acme" },
    scripts: [`https://acme.containers.piwik.pro/${UUID}.js`],
    window: { dataLayer: [{ start: NOW, event: "stg.start" }] },
    vendor: ["ppms.cm.api"],
    granted: [
      [
        "ppms.cm.api",
        "setComplianceSettings",
        { consents: { analytics: { status: 1 } } },
        "(function)",
        "(function)",
      ],
    ],
    revoked: [
      [
        "ppms.cm.api",
        "setComplianceSettings",
        { consents: { analytics: { status: 0 } } },
        "(function)",
        "(function)",
      ],
    ],
  },
  "adobe-analytics": {
    options: { url: "https://assets.adobedtm.com/abc/def/launch-123.min.js" },
    scripts: ["https://assets.adobedtm.com/abc/def/launch-123.min.js"],
    vendor: ["alloy"],
    loaded: [["alloy", "setConsent", { consent: [adobe("y")] }]],
    granted: [["alloy", "setConsent", { consent: [adobe("y")] }]],
    revoked: [["alloy", "setConsent", { consent: [adobe("n")] }]],
  },
  econda: {
    options: { id: "00000cec-d98025a8-912b", container: 12 },
    scripts: [
      [
        "https://l.ecn-ldr.de/loader/loader.js",
        { "client-key": "00000cec-d98025a8-912b", "container-id": "12" },
      ],
    ],
    window: { emos3: { stored: [], send: "(function)" }, econda: { onReady: [] } },
    vendor: ["econda.privacyprotection.applyAndStoreNewPrivacySettings"],
    revoked: [
      [
        "econda.privacyprotection.applyAndStoreNewPrivacySettings",
        {},
        { "permissions:profile": { state: "DENY" } },
      ],
    ],
  },
  dynatrace: {
    options: { optIn: true },
    scripts: [],
    present: true,
    vendor: ["dtrum.enable", "dtrum.disable"],
    loaded: [["dtrum.enable"]],
    granted: [["dtrum.enable"]],
    revoked: [["dtrum.disable"]],
  },
  "new-relic": {
    options: { consentMode: true },
    scripts: [],
    present: true,
    vendor: ["newrelic.consent"],
    loaded: [["newrelic.consent", true]],
    granted: [["newrelic.consent", true]],
    revoked: [["newrelic.consent", false]],
  },
  "datadog-rum": {
    options: { id: UUID, clientToken: `pub${HEX32}`, config: { service: "shop" } },
    scripts: ["https://www.datadoghq-browser-agent.com/eu1/v6/datadog-rum.js"],
    window: { DD_RUM: { q: ["(function)"] } },
    vendor: ["DD_RUM.setTrackingConsent"],
    granted: [["DD_RUM.setTrackingConsent", "granted"]],
    revoked: [["DD_RUM.setTrackingConsent", "not-granted"]],
  },
  sentry: {
    options: { id: HEX32, region: "de" },
    scripts: [[`https://js-de.sentry-cdn.com/${HEX32}.min.js`, { crossorigin: "anonymous" }]],
    vendor: ["Sentry.close"],
    revoked: [["Sentry.close"]],
  },
  mouseflow: {
    options: { id: UUID },
    scripts: [`https://cdn.mouseflow.com/projects/${UUID}.js`],
    window: { _mfq: [] },
    vendor: ["mouseflow.start", "mouseflow.stop"],
    granted: [["mouseflow.start"]],
    revoked: [["mouseflow.stop"]],
  },
  "cloudflare-web-analytics": {
    options: { id: HEX32 },
    scripts: [
      [
        "https://static.cloudflareinsights.com/beacon.min.js",
        { "data-cf-beacon": `{"token":"${HEX32}"}` },
      ],
    ],
  },
  optimizely: {
    options: { id: 12345678901 },
    scripts: ["https://cdn.optimizely.com/js/12345678901.js"],
    window: { optimizely: [] },
  },
  "ab-tasty": { options: { id: HEX32 }, scripts: [`https://try.abtasty.com/${HEX32}.js`] },
  kameleoon: {
    options: { id: "abcde12345" },
    scripts: ["https://abcde12345.kameleoon.io/engine.js"],
    window: { kameleoonQueue: [] },
    vendor: ["Kameleoon.API.Core.enableLegalConsent", "Kameleoon.API.Core.disableLegalConsent"],
    loaded: [["Kameleoon.API.Core.enableLegalConsent"]],
    granted: [["Kameleoon.API.Core.enableLegalConsent"]],
    revoked: [["Kameleoon.API.Core.disableLegalConsent"]],
  },
};
