import { expect, test } from "vitest";
import type { SignalContext } from "../../src/core/config/parts.ts";
import { isId } from "../../src/lib/isId.ts";
import { own } from "../../src/lib/own.ts";
import { camelCase, services, signals } from "./catalogue.ts";
import { args, fakePage, show } from "./fakePage.ts";

// What every signal must do, and what each vendor documents of its own.

/** What is permitted: the answers, and everything else unknown. */
function context(
  page: ReturnType<typeof fakePage>,
  answers: Record<string, boolean>,
): SignalContext {
  return {
    window: page.window,
    permits: (ids) =>
      ids.startsWith("!")
        ? answers[ids.slice(1)] === false
        : ids == "necessary" || answers[ids] === true,
  };
}

const NONE = { functional: false, performance: false, marketing: false };
const ALL = { functional: true, performance: true, marketing: true };

interface Told {
  /** Functions of the vendor that are on the page before the signal. */
  vendor?: string[];
  /** Options that the site gives. */
  options?: object;
  /** What the window or the calls are after `start`, all granted, then all denied. */
  window?: Record<string, unknown>;
  calls?: unknown[][];
}

const google = (value: string): Record<string, string> => ({
  ad_storage: value,
  ad_user_data: value,
  ad_personalization: value,
  analytics_storage: value,
  functionality_storage: value,
  personalization_storage: value,
  security_storage: "granted",
});
const clarity = (value: string): object =>
  args("consentv2", { ad_Storage: value, analytics_Storage: value });
const alloy = (val: string): object => ({
  consent: [{ standard: "Adobe", version: "2.0", value: { collect: { val } } }],
});
const hubspot = (value: boolean): unknown[] => [
  "setHubSpotConsent",
  { analytics: value, advertisement: value, functionality: value },
];
const anonymous = [
  [
    "snowplow",
    "enableAnonymousTracking",
    { options: { withServerAnonymisation: true }, stateStorageStrategy: "none" },
  ],
  ["snowplow", "clearUserData"],
];

const told: Record<string, Told> = {
  "google-consent-mode": {
    window: {
      dataLayer: [
        args("consent", "default", google("denied")),
        args("consent", "update", google("granted")),
        args("consent", "update", google("denied")),
      ],
    },
  },
  "microsoft-uet": {
    window: {
      uetq: [
        "consent",
        "default",
        { ad_storage: "denied" },
        "consent",
        "update",
        { ad_storage: "granted" },
        "consent",
        "update",
        { ad_storage: "denied" },
      ],
    },
  },
  "microsoft-clarity": {
    window: { clarity: { q: [clarity("denied"), clarity("granted"), clarity("denied")] } },
  },
  meta: {
    vendor: ["fbq"],
    calls: [
      ["fbq", "consent", "revoke"],
      ["fbq", "consent", "grant"],
      ["fbq", "consent", "revoke"],
    ],
  },
  tiktok: { window: { ttq: [["holdConsent"], ["grantConsent"], ["revokeConsent"]] } },
  matomo: { window: { _paq: [["requireConsent"], ["setConsentGiven"], ["forgetConsentGiven"]] } },
  hubspot: {
    window: {
      disableHubSpotCookieBanner: true,
      _hsp: [hubspot(false), hubspot(true), hubspot(false)],
    },
  },
  posthog: {
    vendor: ["posthog.opt_in_capturing", "posthog.opt_out_capturing"],
    calls: [
      ["posthog.opt_in_capturing", { captureEventName: false }],
      ["posthog.opt_out_capturing"],
    ],
  },
  mixpanel: {
    vendor: ["mixpanel.opt_in_tracking", "mixpanel.opt_out_tracking"],
    calls: [["mixpanel.opt_in_tracking"], ["mixpanel.opt_out_tracking"]],
  },
  snowplow: {
    vendor: ["snowplow"],
    calls: [
      ...anonymous,
      ["snowplow", "disableAnonymousTracking", { stateStorageStrategy: "cookieAndLocalStorage" }],
      ...anonymous,
    ],
  },
  adobe: {
    vendor: ["alloy", "adobe.optIn.approve", "adobe.optIn.deny", "adobe.optIn.complete"],
    calls: [
      ["alloy", "setConsent", alloy("y")],
      ["adobe.optIn.approve", ["aa", "ecid"], true],
      ["adobe.optIn.complete"],
      ["alloy", "setConsent", alloy("n")],
      ["adobe.optIn.deny", ["aa", "ecid"], true],
      ["adobe.optIn.complete"],
    ],
  },
  "data-layer-event": {
    window: {
      dataLayer: [
        { event: "consentry", consent: ALL },
        { event: "consentry", consent: NONE },
      ],
    },
  },
};

test("every signal has its vendor's calls written down", () => {
  expect(signals.map(({ id }) => id).toSorted()).toEqual(Object.keys(told).toSorted());
});

test("no signal is exported by the name of a service", () => {
  const names = services.flatMap(({ exported }) => Object.keys(exported));
  const shared = signals.flatMap(({ exported }) => Object.keys(exported));
  expect(shared.filter((name) => name != "default" && names.includes(name))).toEqual([]);
});

for (const { id, make, exported } of signals) {
  test(`${id}: the file exports one factory, by its name and as default`, () => {
    expect(isId(id)).toBe(true);
    // A vendor's service has the vendor's name; these two name no vendor's service.
    const isOwn = ["data-layer-event", "google-consent-mode"].includes(id);
    const name = camelCase(id) + (isOwn ? "" : "Signal");
    expect(Object.keys(exported).toSorted()).toEqual([name, "default"].toSorted());
    expect(exported[name]).toBe(make);
    expect(make().id).toBe(id);
  });

  test(`${id}: holds, grants and denies in its vendor's words`, () => {
    const { vendor = [], window = {}, calls = [], options } = told[id] ?? {};
    const page = fakePage();
    page.install(vendor);
    const signal = make(options);
    signal.start(context(page, {}));
    signal.update(context(page, ALL));
    signal.update(context(page, NONE));
    expect(show(page.window)).toMatchObject(window);
    expect(show(page.calls)).toEqual(show(calls));
  });

  test(`${id}: asks for nothing, throws nothing on a bare page, and sends once per decision`, () => {
    const page = fakePage();
    const signal = make();
    signal.start(context(page, {}));
    const lengths = (): number[] =>
      Object.values(page.window as object)
        .map((value: unknown) => own(value, "q") ?? value)
        .flatMap((value) => (Array.isArray(value) ? [value.length] : []));
    signal.update(context(page, ALL));
    const once = lengths();
    const size = id == "microsoft-uet" ? 3 : 1;
    signal.update(context(page, ALL));
    expect(lengths()).toEqual(once.map((length) => length + size));
    expect(page.scripts).toEqual([]);
  });
}
