import { describe, expect, it } from "vitest";
import { codes } from "../util/codes.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

// Links, calls and events as sites have them for the tool that they used before.

const library = (id: string, map: object, shim: unknown = true): string =>
  inline({ ...BASIC, migrate: { [id]: { map, shim } } });
/** Calls a path of the page's globals and gives back what is plain of the answer. */
const call = (page: Visit, path: string, ...given: unknown[]): Promise<unknown> =>
  page.evaluate(
    ([names, args]) => {
      let at: unknown = window;
      let owner: unknown;
      for (const name of names!.split("."))
        [owner, at] = [at, (at as Record<string, unknown>)[name]];
      const answer: unknown =
        typeof at == "function" ? (Reflect.apply(at, owner, args!) as unknown) : at;
      return answer === undefined
        ? null
        : (JSON.parse(JSON.stringify(answer) ?? "null") as unknown);
    },
    [path, given] as const,
  );
const link = (attributes: string): string => `<a id="link" ${attributes}>Cookies</a>`;
/** Notes each event in the order that it comes. */
const note = (...types: string[]): string =>
  `<script>for (const type of ${JSON.stringify(types)}) addEventListener(type, ({ detail }) => seen.ran.push(type + (detail ? " " + JSON.stringify(detail) : "")));</script>`;

await inOneEngine("what a page had for its earlier tool", (open) => {
  const opens = async (page: Visit, selector = "#link"): Promise<void> => {
    await page.click(selector);
    await expect.poll(page.view).toBe("preferences");
  };

  describe("Cookiebot", () => {
    const MAP = { preferences: "functional", statistics: "performance", marketing: "marketing" };
    const EVENTS = ["CookiebotOnAccept", "CookiebotOnDecline", "CookiebotOnConsentReady"];
    const site = inline({
      ...BASIC,
      categories: ["functional", "performance", "marketing"],
      migrate: { cookiebot: { map: MAP, shim: true } },
    });

    it("renew() opens the settings, events and properties follow the choice", async () => {
      const page = await open({
        head: `${note(...EVENTS)}<script>CookiebotCallback_OnAccept = () => seen.ran.push("called");</script>`,
        library: site,
        body: link('href="javascript:Cookiebot.renew()"'),
      });
      await expect.poll(page.view).toBe("banner");
      expect(await page.ran()).toEqual([]);
      expect(await call(page, "Cookiebot.hasResponse")).toBe(false);
      await opens(page);
      await page.flip("performance");
      await page.choose("save");
      await expect
        .poll(page.ran)
        .toEqual(["CookiebotOnConsentReady", "called", "CookiebotOnAccept"]);
      expect(await call(page, "Cookiebot.consent")).toEqual({
        necessary: true,
        preferences: false,
        statistics: true,
        marketing: false,
        method: "explicit",
      });
      expect(await call(page, "CookieConsent.consented")).toBe(true);
      await page.reload();
      await expect
        .poll(page.ran)
        .toEqual(["CookiebotOnConsentReady", "called", "CookiebotOnAccept"]);
      await call(page, "Cookiebot.submitCustomConsent", true, false, true);
      await expect.poll(() => call(page, "Cookiebot.consent.preferences")).toBe(true);
      expect(await call(page, "Cookiebot.consent.statistics")).toBe(false);
      expect(await codes(page)).toEqual([]);
    });
  });

  describe("OneTrust", () => {
    const MAP = { C0001: "necessary", C0002: "performance", C0004: "marketing" };

    it("its link opens the settings, groups, wrapper and events follow the choice", async () => {
      const page = await open({
        head:
          note("OneTrustGroupsUpdated") +
          '<script>function OptanonWrapper() { seen.ran.push("wrapper " + OnetrustActiveGroups); }</script>',
        library: library("onetrust", MAP),
        body: `<button id="link" class="ot-sdk-show-settings"><b>Cookies</b></button>`,
      });
      await expect.poll(page.ran).toEqual(["wrapper ,C0001,", 'OneTrustGroupsUpdated ["C0001"]']);
      await page.evaluate(() =>
        (
          window as unknown as {
            OneTrust: { OnConsentChanged(call: (event: CustomEvent) => void): void };
          }
        ).OneTrust.OnConsentChanged(({ detail }) => void seen.ran.push(`changed ${detail}`)),
      );
      await opens(page, "#link b");
      await page.flip("marketing");
      await page.choose("save");
      await expect
        .poll(async () => (await page.ran()).slice(2))
        .toEqual([
          "wrapper ,C0001,C0004,",
          'OneTrustGroupsUpdated ["C0001","C0004"]',
          "changed C0001,C0004",
        ]);
      expect(await call(page, "OneTrust.IsAlertBoxClosed")).toBe(true);
      await call(page, "Optanon.ToggleInfoDisplay");
      await expect.poll(page.view).toBe("preferences");
      const layer = await page.evaluate(() =>
        (window as unknown as { dataLayer: object[] }).dataLayer.map((one) => ({ ...one })),
      );
      expect(layer.at(-1)).toEqual({
        event: "OneTrustGroupsUpdated",
        OnetrustActiveGroups: ",C0001,C0004,",
      });
    });
  });

  describe("vanilla-cookieconsent", () => {
    const MAP = { analytics: "performance", ads: "marketing" };

    it("data-cc opens the settings, its events and questions are answered", async () => {
      const page = await open({
        head: note("cc:onFirstConsent", "cc:onConsent", "cc:onChange"),
        library: library("vanilla-cookieconsent", MAP),
        body: '<button id="link" data-cc="show-preferencesModal">Cookies</button>',
      });
      await expect.poll(page.view).toBe("banner");
      expect(await call(page, "CookieConsent.validConsent")).toBe(false);
      await opens(page);
      await page.flip("performance");
      await page.choose("save");
      const chosen = '{"cookie":{"categories":["analytics"]}}';
      await expect
        .poll(page.ran)
        .toEqual([`cc:onFirstConsent ${chosen}`, `cc:onConsent ${chosen}`]);
      expect(await call(page, "CookieConsent.acceptedCategory", "analytics")).toBe(true);
      expect(await call(page, "CookieConsent.acceptedCategory", "ads")).toBe(false);
      expect(await call(page, "CookieConsent.getUserPreferences")).toEqual({
        acceptType: "custom",
        acceptedCategories: ["analytics"],
        rejectedCategories: ["ads"],
      });
      await call(page, "CookieConsent.acceptCategory", ["ads"]);
      await expect
        .poll(async () => (await page.ran()).at(-1))
        .toContain('"changedCategories":["analytics","ads"]');
    });
  });

  it.each([
    ["klaro", { ga: "performance" }, 'href="/else" onclick="return klaro.show();"'],
    ["tarteaucitron", { gtag: "performance" }, 'href="#tarteaucitron"'],
    [
      "tarteaucitron",
      { gtag: "performance" },
      'href="#" onclick="tarteaucitron.userInterface.openPanel(); return false"',
    ],
    ["usercentrics", { ga: "performance" }, 'href="#uc-corner-modal-show"'],
    ["usercentrics", { ga: "performance" }, 'href="javascript:UC_UI.showSecondLayer();"'],
    ["usercentrics", { ga: "performance" }, 'href="javascript:__ucCmp.showSecondLayer()"'],
    ["onetrust", { C0002: "performance" }, 'href="javascript:Optanon.ToggleInfoDisplay()"'],
    [
      "vanilla-cookieconsent",
      { a: "performance" },
      'href="javascript:CookieConsent.showPreferences()"',
    ],
  ])("%s: %j %s opens the settings", async (id, map, attributes) => {
    const page = await open({ library: library(id, map), body: link(attributes) });
    await expect.poll(page.view).toBe("banner");
    await opens(page);
    expect(new URL(await page.evaluate(() => location.href)).pathname).toBe("/");
    expect(await codes(page)).toEqual([]);
  });

  it("Klaro's manager and tarteaucitron's state answer by the mapping", async () => {
    const klaro = await open({
      library: library("klaro", { ga: "performance", ads: "marketing" }),
    });
    await expect.poll(klaro.view).toBe("banner");
    await klaro.choose("accept-all");
    const consents = () =>
      klaro.evaluate(() => {
        const { klaro: tool } = window as unknown as {
          klaro: {
            getManager(): { confirmed: boolean; consents: object; getConsent(id: string): boolean };
          };
        };
        const manager = tool.getManager();
        return [
          manager.confirmed,
          manager.getConsent("ga"),
          manager.getConsent("x"),
          manager.consents,
        ];
      });
    await expect.poll(consents).toEqual([true, true, false, { ga: true, ads: true }]);
    const tac = await open({ library: library("tarteaucitron", { gtag: "performance" }) });
    await expect.poll(tac.view).toBe("banner");
    await call(tac, "tarteaucitron.userInterface.respondAll", false);
    await expect.poll(() => tac.evaluate(() => Consentry.current!.state.status)).toBe("decided");
    expect(await call(tac, "tarteaucitron.state")).toEqual({ gtag: false });
    expect(await call(tac, "tarteaucitron.job.push", "youtube")).toBeNull();
  });

  it("stays away unless it is asked for, leaves a global of the page alone, and goes with the instance", async () => {
    const MAP = { C0002: "performance" };
    const none = await open({ library: library("onetrust", MAP, false) });
    await expect.poll(none.view).toBe("banner");
    expect(await call(none, "OneTrust")).toBeNull();
    const page = await open({
      head: '<script>OneTrust = "mine"</script>',
      library: library("onetrust", MAP),
      body: link('class="ot-sdk-show-settings" href="#x"'),
    });
    await expect.poll(page.view).toBe("banner");
    expect(await call(page, "OneTrust")).toBe("mine");
    expect(await call(page, "Optanon.IsAlertBoxClosed")).toBe(false);
    await page.evaluate(() => Consentry.current!.destroy());
    expect(await call(page, "Optanon")).toBeNull();
    await page.click("#link");
    expect(await page.view()).toBeNull();
  });

  it("a listener of the page that throws is reported, and breaks nothing", async () => {
    const page = await open({
      head: '<script>function OptanonWrapper() { throw new Error("mine"); }</script>',
      library: library("onetrust", { C0002: "performance" }),
    });
    await expect.poll(() => codes(page)).toEqual(["listener-failed"]);
    await page.choose("accept-all");
    await expect
      .poll(() => page.evaluate(() => Consentry.current!.permits("performance")))
      .toBe(true);
    expect(await page.errors()).toEqual([]);
  });
});
