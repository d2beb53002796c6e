import { args } from "../fakePage.ts";
import { NOW, UUID, type Expectation } from "./expectation.ts";

const hubspotConsent = [
  "setHubSpotConsent",
  { analytics: true, advertisement: true, functionality: true },
];

/** Advertising tags. */
export const advertising: Record<string, Expectation> = {
  "microsoft-uet": {
    options: { id: 12345678 },
    scripts: ["https://bat.bing.com/bat.js"],
    vendor: ["UET"],
    returns: { UET: { push: () => 0, kind: "UET object" } },
    loaded: [["UET", { ti: "12345678", enableAutoSpaTracking: true, q: [] }]],
    window: { uetq: { kind: "UET object" } },
    late: true,
  },
  "meta-pixel": {
    options: { id: "1234567890" },
    scripts: ["https://connect.facebook.net/en_US/fbevents.js"],
    window: {
      fbq: {
        loaded: true,
        version: "2.0",
        push: "(itself)",
        queue: [args("init", "1234567890"), args("track", "PageView")],
      },
      _fbq: { version: "2.0" },
    },
    vendor: ["fbq.callMethod"],
    granted: [["fbq.callMethod", "consent", "grant"]],
    revoked: [["fbq.callMethod", "consent", "revoke"]],
  },
  "linkedin-insight": {
    options: { id: 123456 },
    scripts: ["https://snap.licdn.com/li.lms-analytics/insight.min.js"],
    window: {
      _linkedin_partner_id: "123456",
      _linkedin_data_partner_ids: ["123456"],
      lintrk: { q: [] },
    },
  },
  "tiktok-pixel": {
    options: { id: "CABCDEFGHIJ0123456789" },
    scripts: [
      "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=CABCDEFGHIJ0123456789&lib=ttq",
    ],
    window: {
      TiktokAnalyticsObject: "ttq",
      ttq: {
        list: [["page"]],
        _i: {
          CABCDEFGHIJ0123456789: {
            list: [],
            _u: "https://analytics.tiktok.com/i18n/pixel/events.js",
          },
        },
        _t: { CABCDEFGHIJ0123456789: NOW },
        _o: { CABCDEFGHIJ0123456789: {} },
        track: "(function)",
        holdConsent: "(function)",
        setAndDefer: "(function)",
      },
    },
    vendor: ["ttq.grantConsent", "ttq.revokeConsent"],
    granted: [["ttq.grantConsent"]],
    revoked: [["ttq.revokeConsent"]],
  },
  "pinterest-tag": {
    options: { id: "2612345678901" },
    scripts: ["https://s.pinimg.com/ct/core.js"],
    window: { pintrk: { version: "3.0", queue: [["load", "2612345678901"], ["page"]] } },
    after: {
      pintrk: { queue: [["load", "2612345678901"], ["page"], ["setconsent", false]] },
    },
    again: {
      pintrk: {
        queue: [["load", "2612345678901"], ["page"], ["setconsent", false], ["setconsent", true]],
      },
    },
  },
  "x-pixel": {
    options: { id: "o1abc" },
    scripts: ["https://static.ads-twitter.com/uwt.js"],
    window: { twq: { version: "1.1", queue: [args("config", "o1abc")] } },
  },
  "snap-pixel": {
    options: { id: UUID },
    scripts: ["https://sc-static.net/scevent.min.js"],
    window: { snaptr: { queue: [args("init", UUID), args("track", "PAGE_VIEW")] } },
  },
  "reddit-pixel": {
    options: { id: "t2_abcdef" },
    scripts: ["https://www.redditstatic.com/ads/pixel.js"],
    window: { rdt: { callQueue: [args("init", "t2_abcdef"), args("track", "PageVisit")] } },
    vendor: ["rdt.sendEvent"],
    granted: [["rdt.sendEvent", "enableFirstPartyCookies"]],
    revoked: [["rdt.sendEvent", "disableFirstPartyCookies"]],
  },
  criteo: {
    options: { id: 12345, siteType: "m" },
    scripts: ["https://dynamic.criteo.com/js/ld/ld.js?a=12345"],
    window: {
      criteo_q: [
        { event: "setAccount", account: 12345 },
        { event: "setSiteType", type: "m" },
      ],
    },
  },
  taboola: {
    options: { id: 1234567 },
    scripts: [["https://cdn.taboola.com/libtrc/unip/1234567/tfa.js", { id: "tb_tfa_script" }]],
    window: { _tfa: [{ notify: "event", name: "page_view", id: 1234567 }] },
  },
  outbrain: {
    options: { id: "000123456789abcdef0123456789abcdef" },
    scripts: ["https://amplify.outbrain.com/cp/obtp.js"],
    window: {
      obApi: {
        marketerId: "000123456789abcdef0123456789abcdef",
        version: "1.1",
        loaded: true,
        queue: [args("track", "PAGE_VIEW")],
      },
    },
  },
  awin: {
    options: { id: 1234 },
    scripts: ["https://www.dwin1.com/1234.js"],
    window: { AWIN: { Tracking: { AdvertiserConsent: true } } },
    after: { AWIN: { Tracking: { AdvertiserConsent: false } } },
    again: { AWIN: { Tracking: { AdvertiserConsent: true } } },
  },
  hubspot: {
    options: { id: 1234567, region: "eu1" },
    scripts: [["https://js-eu1.hs-scripts.com/1234567.js", { id: "hs-script-loader" }]],
    window: { disableHubSpotCookieBanner: true, _hsp: [hubspotConsent] },
    vendor: ["_hsp.push"],
    granted: [["_hsp.push", hubspotConsent]],
    revoked: [["_hsp.push", ["revokeCookieConsent"]]],
  },
  peerius: {
    options: { host: "shop.peerius.com", callbacks: { track: { type: "home" } } },
    scripts: [["https://shop.peerius.com/tracker/peerius.page", { charset: "UTF-8" }]],
    window: { PeeriusCallbacks: { track: { type: "home" } } },
  },
  intelliad: {
    options: { id: "5313633333236323131303" },
    scripts: ["https://t13.intelliad.de/cl/5313633333236323131303.js"],
  },
  lunio: {
    options: { id: "abcdefghijklmnopqrstuvwxyz0123456789ABCD" },
    scripts: ["https://client.lunio.ai/abcdefghijklmnopqrstuvwxyz0123456789ABCD.js"],
  },
};
