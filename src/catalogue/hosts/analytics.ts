import { NUXT, RADAR, TARTEAUCITRON, type HostTable } from "./hostFacts.ts";

/** A measuring script, and what it sends by image, fetch or beacon. */
const TAG = "script connect image";
/** The same with an editor or a preview that draws in the page. */
const DRAWS = "script connect image style font frame";

export const analytics: HostTable = {
  "ab-tasty": {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "*.abtasty.com": DRAWS },
  },
  "adobe-analytics": {
    confidence: "medium",
    sources: [RADAR, "https://experienceleague.adobe.com/en/docs/experience-platform/tags"],
    hosts: {
      "assets.adobedtm.com": TAG,
      "*.adoberesources.net": TAG,
      "*.omtrdc.net": TAG,
      "*.adobedc.net": "connect image",
      "*.demdex.net": `${TAG} frame`,
    },
  },
  amplitude: {
    confidence: "medium",
    sources: [RADAR, "https://amplitude.com/docs/sdks/analytics/browser"],
    hosts: { "*.amplitude.com": TAG },
  },
  "cloudflare-web-analytics": {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "static.cloudflareinsights.com": "script", "cloudflareinsights.com": "connect" },
  },
  contentsquare: {
    confidence: "high",
    sources: ["https://docs.contentsquare.com/en/web/content-security-policy"],
    hosts: {
      "*.contentsquare.net": TAG,
      "*.contentsquare.com": TAG,
      "*.hotjar.com": `${DRAWS} socket`,
      "*.hotjar.io": "connect socket image",
    },
  },
  "datadog-rum": {
    confidence: "medium",
    sources: ["DataDog/browser-sdk@b2344e747 source", RADAR],
    hosts: {
      "www.datadoghq-browser-agent.com": "script",
      "*.datadoghq.com": "connect image",
      "*.datadoghq.eu": "connect image",
      "browser-intake-datadoghq.com": "connect",
      "browser-intake-datadoghq.eu": "connect",
      "browser-intake-us3-datadoghq.com": "connect",
      "browser-intake-us5-datadoghq.com": "connect",
      "browser-intake-ap1-datadoghq.com": "connect",
    },
  },
  dynatrace: {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "*.dynatrace.com": TAG },
  },
  econda: {
    confidence: "medium",
    sources: [RADAR, "OXID-eSales/personalization-module@820b264"],
    hosts: {
      "l.ecn-ldr.de": TAG,
      "*.econda-monitor.de": `${TAG} frame`,
      "d35ojb8dweouoy.cloudfront.net": "script",
    },
  },
  fullstory: {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "*.fullstory.com": `${TAG} socket` },
  },
  hotjar: {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: { "*.hotjar.com": `${DRAWS} socket`, "*.hotjar.io": "connect socket image" },
  },
  kameleoon: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "*.kameleoon.io": DRAWS, "*.kameleoon.eu": DRAWS, "*.kameleoon.com": DRAWS },
  },
  matomo: {
    confidence: "high",
    sources: ["matomo-org/developer-documentation (2024-10-22)"],
    hosts: { "*.matomo.cloud": `${TAG} frame` },
  },
  "matomo-tag-manager": {
    confidence: "medium",
    sources: ["matomo-org/developer-documentation (2024-10-22)"],
    hosts: { "*.matomo.cloud": `${TAG} frame style` },
  },
  "microsoft-clarity": {
    confidence: "medium",
    sources: [RADAR, NUXT, "microsoft/clarity@8aa987e4 source"],
    hosts: { "*.clarity.ms": TAG, "c.bing.com": "connect image" },
  },
  mixpanel: {
    confidence: "medium",
    sources: ["mixpanel/mixpanel-js@4ca40f41 source", RADAR],
    hosts: { "*.mxpnl.com": "script", "*.mixpanel.com": "connect image" },
  },
  mouseflow: {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "*.mouseflow.com": `${DRAWS} socket` },
  },
  "new-relic": {
    confidence: "medium",
    sources: ["newrelic/newrelic-browser-agent@df7260404 source", RADAR],
    hosts: { "js-agent.newrelic.com": "script", "*.nr-data.net": TAG },
  },
  optimizely: {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "*.optimizely.com": DRAWS },
  },
  peerius: {
    confidence: "low",
    sources: [RADAR],
    hosts: {
      "*.peerius.com": `${TAG} style`,
      "*.peerius.episerver.net": `${TAG} style`,
      "*.productrecs.episerver.net": `${TAG} style`,
    },
  },
  "piwik-pro": {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "*.piwik.pro": DRAWS },
  },
  plausible: {
    confidence: "high",
    sources: ["plausible/docs (2026-07-24)"],
    hosts: { "plausible.io": "script connect" },
  },
  posthog: {
    confidence: "medium",
    sources: ["PostHog/posthog-js@9b2a1b18d source", NUXT],
    hosts: { "*.i.posthog.com": DRAWS, "*.posthog.com": DRAWS },
  },
  segment: {
    confidence: "medium",
    sources: ["segmentio/analytics-next@0c4fa881 source", RADAR],
    hosts: {
      "cdn.segment.com": "script connect",
      "api.segment.io": "connect",
      "*.segmentapis.com": "connect",
    },
  },
  sentry: {
    confidence: "medium",
    sources: ["getsentry/sentry-javascript@f7a6cc0c22 source", RADAR],
    hosts: {
      "*.sentry-cdn.com": "script",
      "*.ingest.sentry.io": "connect",
      "*.ingest.us.sentry.io": "connect",
      "*.ingest.de.sentry.io": "connect",
    },
  },
  vwo: {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "*.visualwebsiteoptimizer.com": DRAWS },
  },
};
