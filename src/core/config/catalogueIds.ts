/** Ids of the catalogue's services: the files of `src/catalogue/services`, which a test compares. */
export const SERVICE_IDS = [
  "ab-tasty",
  "adobe-analytics",
  "amplitude",
  "awin",
  "calendly",
  "cloudflare",
  "cloudflare-web-analytics",
  "contentsquare",
  "crisp",
  "criteo",
  "dailymotion",
  "datadog-rum",
  "dynatrace",
  "econda",
  "facebook",
  "fullstory",
  "google-ads",
  "google-analytics",
  "google-fonts",
  "google-maps",
  "google-optimize",
  "google-recaptcha",
  "google-tag-manager",
  "google-universal-analytics",
  "hcaptcha",
  "hotjar",
  "hubspot",
  "instagram",
  "intelliad",
  "intercom",
  "kameleoon",
  "linkedin-insight",
  "lunio",
  "matomo",
  "matomo-tag-manager",
  "meta-pixel",
  "microsoft-clarity",
  "microsoft-uet",
  "mixpanel",
  "mouseflow",
  "new-relic",
  "onetrust",
  "openstreetmap",
  "optimizely",
  "outbrain",
  "paypal",
  "peerius",
  "pinterest-tag",
  "piwik-pro",
  "plausible",
  "posthog",
  "reddit-pixel",
  "segment",
  "sentry",
  "short-io",
  "smartsupp",
  "snap-pixel",
  "snowplow",
  "soundcloud",
  "spotify",
  "stripe",
  "taboola",
  "tawk",
  "tiktok-pixel",
  "trustpilot",
  "turnstile",
  "typeform",
  "userlike",
  "vimeo",
  "vwo",
  "walls-io",
  "x-embed",
  "x-pixel",
  "youtube",
  "zendesk",
] as const;

/** Ids of the services in the catalogue: the files of `src/catalogue/services`. */
export type CatalogueServiceId = (typeof SERVICE_IDS)[number];

/** Ids of the catalogue's signals: the files of `src/catalogue/signals`. */
export type SignalId =
  | "adobe"
  | "data-layer-event"
  | "google-consent-mode"
  | "hubspot"
  | "matomo"
  | "meta"
  | "microsoft-clarity"
  | "microsoft-uet"
  | "mixpanel"
  | "posthog"
  | "snowplow"
  | "tiktok";

/** Ids of the tools that a choice can be taken over from: the files of `src/catalogue/migrations`. */
export type MigrationId =
  "cookiebot" | "klaro" | "onetrust" | "tarteaucitron" | "usercentrics" | "vanilla-cookieconsent";
