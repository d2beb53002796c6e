import { args } from "../fakePage.ts";
import { NOW, type Expectation } from "./expectation.ts";

const GTAG = "https://www.googletagmanager.com/gtag/js?id=";

/** Google's services, as its developer pages document the tags. */
export const google: Record<string, Expectation> = {
  "google-analytics": {
    options: { id: "G-ABC123DEF4", config: { allow_google_signals: false } },
    scripts: [`${GTAG}G-ABC123DEF4`],
    window: {
      "ga-disable-G-ABC123DEF4": false,
      gtag: "(function)",
      dataLayer: [
        args("js", "(date)"),
        args("config", "G-ABC123DEF4", { allow_google_signals: false }),
      ],
    },
    after: { "ga-disable-G-ABC123DEF4": true },
    again: { "ga-disable-G-ABC123DEF4": false },
  },
  "google-universal-analytics": {
    options: { id: "UA-12345-1" },
    scripts: ["https://www.google-analytics.com/analytics.js"],
    window: {
      GoogleAnalyticsObject: "ga",
      ga: {
        l: NOW,
        q: [
          args("create", "UA-12345-1", "auto"),
          args("set", "anonymizeIp", true),
          args("send", "pageview"),
        ],
      },
    },
    after: { "ga-disable-UA-12345-1": true },
    again: { "ga-disable-UA-12345-1": false },
  },
  "google-ads": {
    options: { id: "AW-123456789", dataLayer: "adsLayer" },
    scripts: [`${GTAG}AW-123456789&l=adsLayer`],
    window: { adsLayer: [args("js", "(date)"), args("config", "AW-123456789", {})] },
  },
  "google-tag-manager": {
    options: { id: "GTM-ABC123" },
    scripts: ["https://www.googletagmanager.com/gtm.js?id=GTM-ABC123"],
    window: { dataLayer: [{ "gtm.start": NOW, event: "gtm.js" }] },
  },
  "google-recaptcha": {
    options: { render: "explicit", host: "www.recaptcha.net" },
    scripts: ["https://www.recaptcha.net/recaptcha/api.js?render=explicit"],
  },
};
