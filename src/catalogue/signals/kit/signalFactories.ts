/** Factories of the catalogue's signals by id: the files beside this folder, which a test compares. From them a map of options has its types. */
export interface SignalFactories {
  adobe: typeof import("../adobe.ts").default;
  "data-layer-event": typeof import("../data-layer-event.ts").default;
  "google-consent-mode": typeof import("../google-consent-mode.ts").default;
  hubspot: typeof import("../hubspot.ts").default;
  matomo: typeof import("../matomo.ts").default;
  meta: typeof import("../meta.ts").default;
  "microsoft-clarity": typeof import("../microsoft-clarity.ts").default;
  "microsoft-uet": typeof import("../microsoft-uet.ts").default;
  mixpanel: typeof import("../mixpanel.ts").default;
  posthog: typeof import("../posthog.ts").default;
  snowplow: typeof import("../snowplow.ts").default;
  tiktok: typeof import("../tiktok.ts").default;
}
