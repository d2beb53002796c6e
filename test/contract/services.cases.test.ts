import { expect, test, vi } from "vitest";
import { explain } from "../../src/core/problems/explain.ts";
import { parseConfig } from "../../src/core/config/parseConfig.ts";
import { dynatrace } from "../../src/catalogue/services/dynatrace.ts";
import { googleAds } from "../../src/catalogue/services/google-ads.ts";
import { googleAnalytics } from "../../src/catalogue/services/google-analytics.ts";
import { googleOptimize } from "../../src/catalogue/services/google-optimize.ts";
import { hotjar } from "../../src/catalogue/services/hotjar.ts";
import { hubspot } from "../../src/catalogue/services/hubspot.ts";
import { matomo } from "../../src/catalogue/services/matomo.ts";
import { metaPixel } from "../../src/catalogue/services/meta-pixel.ts";
import { microsoftClarity } from "../../src/catalogue/services/microsoft-clarity.ts";
import { microsoftUet } from "../../src/catalogue/services/microsoft-uet.ts";
import { stripe } from "../../src/catalogue/services/stripe.ts";
import { tiktokPixel } from "../../src/catalogue/services/tiktok-pixel.ts";
import { args, fakePage, show } from "./fakePage.ts";

// What only one service or two together do.

test("two Google services share one gtag.js and one js command", async () => {
  const page = fakePage();
  await googleAnalytics({ id: "G-ABC123DEF4" }).load?.(page.context);
  await googleAds({ id: "AW-123456789" }).load?.(page.context);
  expect(page.scripts.map(({ url }) => url)).toEqual([
    "https://www.googletagmanager.com/gtag/js?id=G-ABC123DEF4",
  ]);
  expect(show(page.window)).toMatchObject({
    dataLayer: [
      args("js", "(date)"),
      args("config", "G-ABC123DEF4", {}),
      args("config", "AW-123456789", {}),
    ],
  });
});

test("services in files of their own, with nothing shared, still share what runs on the page", async () => {
  const page = fakePage();
  await googleAnalytics({ id: "G-ABC123DEF4" }).load?.(page.context);
  vi.resetModules();
  const file = await import("../../src/catalogue/services/google-ads.ts");
  expect(file.googleAds).not.toBe(googleAds);
  await file.googleAds({ id: "AW-123456789" }).load?.(page.context);
  expect(page.scripts.length).toBe(1);
  expect(show(page.window)).toMatchObject({
    dataLayer: [
      args("js", "(date)"),
      args("config", "G-ABC123DEF4", {}),
      args("config", "AW-123456789", {}),
    ],
  });
});

test("Google's commands queue behind the consent default that is there already", async () => {
  const page = fakePage();
  const consent = args("consent", "default", {});
  page.window.dataLayer = [consent];
  await googleAnalytics({ id: "G-ABC123DEF4" }).load?.(page.context);
  expect((page.window.dataLayer as unknown[])[0]).toBe(consent);
});

test("a Google Analytics of the page's own markup is not stopped by a flag without an id", () => {
  const { revoke, silencedBy } = googleAnalytics();
  expect({ revoke, silencedBy }).toEqual({ revoke: undefined, silencedBy: undefined });
});

test("UET calls that were queued before its script came are handed over", async () => {
  const page = fakePage(["UET"], { UET: { push: () => 0 } });
  page.window.uetq = ["consent", "default", { ad_storage: "denied" }];
  await microsoftUet({ id: 123 }).load?.(page.context);
  expect(page.calls).toEqual([
    [
      "UET",
      {
        ti: "123",
        enableAutoSpaTracking: true,
        q: ["consent", "default", { ad_storage: "denied" }],
      },
    ],
  ]);
});

test("a UET script that was withheld leaves the queue an array", async () => {
  const page = fakePage();
  page.failNext();
  await expect(microsoftUet({ id: 123 }).load?.(page.context)).rejects.toThrow("blocked");
  expect(page.window.uetq).toEqual([]);
});

test("an injected Dynatrace agent that comes late is enabled, unless consent went meanwhile", () => {
  const page = fakePage();
  const service = dynatrace({ optIn: true });
  void service.load?.(page.context);
  service.revoke?.(page.context);
  page.install(["dtrum.enable"]);
  page.loaded();
  expect(page.calls).toEqual([]);
  service.grant?.(page.context);
  page.loaded();
  expect(page.calls).toEqual([["dtrum.enable"], ["dtrum.enable"]]);
});

test("a Dynatrace without opt-in mode cannot be silenced by a call", () => {
  expect(dynatrace().silencedBy).toBeUndefined();
  expect(dynatrace({ url: "https://js-cdn.dynatrace.com/jstag/a/b_complete.js" }).silencedBy).toBe(
    "reload",
  );
});

test("a Meta Pixel that the page put up itself is used, not replaced", async () => {
  const page = fakePage();
  page.install(["fbq"]);
  await metaPixel({ id: "1234567890" }).load?.(page.context);
  expect(page.calls).toEqual([
    ["fbq", "init", "1234567890"],
    ["fbq", "track", "PageView"],
  ]);
});

test("TikTok's methods join a queue that a signal began", async () => {
  const page = fakePage();
  page.window.ttq = [["holdConsent"], ["grantConsent"]];
  await tiktokPixel({ id: "CABCDEFGHIJ0123456789" }).load?.(page.context);
  expect(show(page.window)).toMatchObject({
    ttq: { list: [["holdConsent"], ["grantConsent"], ["page"]], track: "(function)" },
  });
});

test("Clarity leaves the telling to its signal where the site has it", async () => {
  const page = fakePage();
  const service = microsoftClarity({ id: "abcdef1234", signals: ["microsoft-clarity"] });
  await service.load?.(page.context);
  service.revoke?.(page.context);
  expect(show(page.window)).toMatchObject({ clarity: { q: [] } });
});

test("Clarity and HubSpot are reported by their service where the site wants no signal", async () => {
  const page = fakePage();
  await microsoftClarity({ id: "abcdef1234", signals: [] }).load?.(page.context);
  await hubspot({ id: 1234567, signals: [] }).load?.(page.context);
  expect(show(page.window)).toMatchObject({
    clarity: { q: [args("consentv2", { ad_Storage: "denied", analytics_Storage: "granted" })] },
    _hsp: [["setHubSpotConsent", { analytics: true, advertisement: true, functionality: true }]],
  });
});

test("a Matomo on the site's own host declares that host", () => {
  const options = { url: "https://stats.example/m/", id: 1 };
  expect(matomo(options).hosts).toEqual(["stats.example"]);
  expect(matomo({ ...options, script: "https://cdn.example/matomo.js" }).hosts).toEqual([
    "stats.example",
    "cdn.example",
  ]);
});

test("Google Optimize never loads, and says once that it has ended", () => {
  const service = googleOptimize();
  const { config, findings } = parseConfig({ controller: { name: "Acme" }, services: [service] });
  expect(findings).toEqual([{ code: "service-ended", at: "services.google-optimize" }]);
  expect(explain(findings[0]!)).toMatch(/^services\.google-optimize was ended by its vendor/);
  expect(config.services[0]).toMatchObject({ ended: true });
  expect(config.services[0]?.load).toBeUndefined();
});

test("an id of the wrong form is reported, and the service is declared only", () => {
  const { config, findings } = parseConfig({
    controller: { name: "Acme" },
    services: [hotjar({ id: "12x" })],
  });
  const [finding, ...others] = findings;
  expect(others).toEqual([]);
  expect(finding?.code).toBe("option-format");
  // With the vendor's own form.
  expect(finding?.at).toMatch(/^services\.hotjar\.id \(\/\^.*\$\/\)$/);
  expect(config.services[0]?.load).toBeUndefined();
});

test("what is necessary asks for consent once a site moves it to another category", () => {
  const basis = (category: string): string | undefined =>
    parseConfig({
      controller: { name: "Acme" },
      categories: ["functional"],
      services: [stripe({ category })],
    }).config.services[0]?.basis;
  expect(basis("necessary")).toBe("necessary");
  expect(basis("functional")).toBe("consent");
});
