import { afterEach, describe, expect, it } from "vitest";
import { ACME, useEnginePage, windowWith } from "../../test/util/enginePage.ts";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { shownHash } from "../core/choice/shownHash.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import type { UiHost } from "../core/config/parts.ts";
import { KEY } from "../head/headData.ts";

const its = useEnginePage();
const NL = { "banner.title": "Koekjes?" };
const { documentElement: html } = document;
const shown = async (what = "show banner"): Promise<UiHost> => {
  await expect.poll(() => its.said).toContain(what);
  return its.hosts.at(-1)!;
};
const event = new Event("click");
const refused = (): string => {
  const { engine, choose } = bareEngine(ACME);
  const { _after } = choose({ performance: false, marketing: false });
  return toCookie({ ..._after, decidedAt: Date.now() }, engine._config);
};

afterEach(() => {
  html.removeAttribute("lang");
  Reflect.deleteProperty(window, KEY);
});

describe("what an interface is given", () => {
  it("is the page's language, with the site's own words over it", async () => {
    html.lang = "nl-BE";
    its.files["locales/nl"] = { ...NL, "banner.text": "Nee" };
    its.start({ ...ACME, texts: { "*": { "banner.text": "*" }, nl: { "banner.more": "nl" } } });
    const { language, messages, config, isPoliced, leftover } = await shown();
    expect([language, isPoliced, leftover]).toEqual(["nl", false, []]);
    expect(messages).toEqual({ ...NL, "banner.text": "*", "banner.more": "nl" });
    expect(config).toMatchObject({ layout: "box", controller: { name: "Acme BV" } });
  });

  it("is the language that the site names, and English without a file", async () => {
    html.lang = "nl";
    its.start({ ...ACME, language: "en", policy: "next" });
    const { language, messages, isPoliced } = await shown();
    expect([language, Object.keys(messages), isPoliced]).toEqual(["en", [], true]);
    expect(its.loaded.some((name) => name.startsWith("locales/"))).toBe(false);
  });

  it("is English where the language does not come, and this is reported", async () => {
    html.lang = "nl";
    its.start();
    expect((await shown()).language).toBe("en");
    await expect.poll(() => its.problems).toContain("language-unavailable nl");
  });

  it("is the state of now, and the browser's signal where it refuses something", async () => {
    const navigator = { globalPrivacyControl: true };
    its.start(ACME, {}, { window: windowWith({ navigator }) });
    const host = await shown();
    expect(host.gpc).toBe(true);
    expect(host.state).toBe(its.consent.state);
    void its.consent.acceptAll();
    expect([host.gpc, host.state]).toEqual([false, its.consent.state]);
  });

  it("says nothing of a signal that the browser does not send, or that covers nothing", async () => {
    its.start();
    expect((await shown()).gpc).toBe(false);
    its.consent.destroy();
    its.said.length = 0;
    const navigator = { globalPrivacyControl: true };
    its.start({ ...ACME, gpc: ["functional"] }, {}, { window: windowWith({ navigator }) });
    expect((await shown()).gpc).toBe(false);
  });

  it("decides, with what is shown, and is no person's without a gesture", async () => {
    its.start();
    const host = await shown();
    const decided = new Promise((resolve) => its.consent.on("decision", resolve));
    await host.decide({ kind: "accept-all", source: "banner" } as never, host.state, event);
    expect(await decided).toMatchObject({ event: "given", source: "banner", trusted: false });
    const [record] = await host.records();
    expect(record).toMatchObject({ event: "given" });
    expect(await host.verify()).toMatchObject({ ok: true, length: 1 });
    expect(await host.exportRecords()).toContain('{\\"shown\\":\\"en\\"}');
    expect(its.said).toContain("update");
    expect(await host.painted()).toBe(document.visibilityState == "hidden");
  });

  it("asks again where what decides cannot be fetched", async () => {
    its.files["decisions"] = new Error("offline");
    const { createUiHost } = await import("./createUiHost.ts");
    its.start(ACME, { _bundled: { host: createUiHost } });
    its.files["prepare"] = new Error("offline");
    const host = await shown();
    its.said.length = 0;
    await host.decide({ kind: "accept-all", source: "banner" } as never, host.state, event);
    expect(its.said).toEqual(["show banner"]);
    await expect.poll(() => its.problems).toContain("ui-unavailable decisions");
    expect(await host.records()).toEqual([]);
    expect(await host.exportRecords()).toBe("");
    its.consent.destroy();
    its.said.length = 0;
    await host.decide({ kind: "accept-all", source: "banner" } as never, host.state, event);
    expect(its.said).toEqual([]);
  });

  it("opens the settings, or the banner, and reports", async () => {
    its.start();
    const host = await shown();
    host.open("stats");
    await shown("show preferences stats");
    host.open("", "banner");
    host.report("text-missing", "nl");
    host.reach();
    await expect.poll(() => its.problems).toContain("text-missing nl");
    await expect.poll(() => its.said.filter((one) => one == "show banner")).toHaveLength(2);
  });
});

describe("the interface", () => {
  it("is mounted once, shows, hides and goes", async () => {
    its.start();
    await shown();
    its.consent.show("preferences", "stats");
    await shown("show preferences stats");
    its.consent.hide();
    its.consent.destroy();
    expect(its.said).toEqual(["show banner", "show preferences stats", "hide", "destroy"]);
    expect(its.hosts).toHaveLength(1);
    expect(its.loaded.filter((name) => name == "banner")).toHaveLength(1);
  });

  it("is asked for again where it did not come", async () => {
    its.files["banner"] = new Error("offline");
    its.start();
    await expect.poll(() => its.problems).toContain("ui-unavailable banner");
    delete its.files["banner"];
    its.consent.show();
    await shown("show preferences");
  });

  it("is not fetched for a site that shows its own, and what a click needs is", async () => {
    its.start(ACME, { _hasUi: false });
    await expect.poll(() => its.loaded).toContain("proof");
    expect(its.loaded).not.toContain("banner");
  });

  it("speaks another language the next time that it is shown, once the page does", async () => {
    its.files["locales/nl"] = NL;
    its.start();
    await shown();
    html.lang = "nl";
    its.consent.show();
    await shown("show preferences");
    expect(its.said).toEqual(["show banner", "destroy", "show preferences"]);
    expect(its.hosts.map(({ language }) => language)).toEqual(["en", "nl"]);
    its.consent.show();
    await expect.poll(() => its.said).toHaveLength(4);
    expect(its.hosts).toHaveLength(2);
  });

  it("fills in what the page marked, follows its language, and hears of each choice", async () => {
    its.files["locales/nl"] = NL;
    its.put('<div data-consent-receipt=""></div>');
    its.start();
    await shown("fill div");
    await shown();
    html.lang = "nl";
    await shown("speak nl");
    html.lang = "nl-BE";
    await expect.poll(() => its.said.filter((one) => one == "speak nl")).toHaveLength(2);
    its.said.length = 0;
    await its.consent.rejectAll();
    expect(its.said.toSorted()).toEqual(["update", "update page"]);
    its.consent.destroy();
    expect(its.said.slice(2).toSorted()).toEqual(["destroy", "destroy page"]);
    html.lang = "de";
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(its.said).toHaveLength(4);
  });

  it("stands from the start where the site wants its button, and asks no one who has decided", async () => {
    its.store(refused());
    its.start({ ...ACME, reopenButton: true });
    await expect.poll(() => its.hosts).toHaveLength(1);
    expect(its.said).toEqual([]);
    its.consent.destroy();
    its.start({ ...ACME, reopenButton: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(its.hosts).toHaveLength(1);
  });
});

describe("the banner that came with the HTML", () => {
  const { engine, state } = bareEngine(ACME);
  const answer = (kind: string, language = "en"): string =>
    `v=1&click=${kind}&t=${Math.floor(Date.now() / 1000) - 5}&shown=${shownHash("words", state, engine._config)}&lang=${language}&trusted=1&page=/early`;
  const head = (clicked: string) => {
    const element = document.createElement("div");
    let takes = 0;
    const banner = {
      element,
      take() {
        takes++;
        return clicked;
      },
    };
    Object.assign(window, {
      [KEY]: { signals: [], told: undefined, early: new WeakSet<Element>(), banner },
    });
    return { element, takes: () => takes };
  };

  it("is taken over once, and stands until it is answered", async () => {
    const { element, takes } = head("");
    its.start();
    const host = await shown();
    expect(host.stands).toBe(element);
    its.consent.show("banner");
    await expect.poll(() => its.said).toHaveLength(2);
    expect(takes()).toBe(1);
  });

  it("opens the settings for who has asked for them, once", async () => {
    const { element } = head("open-preferences");
    its.start();
    expect((await shown("show preferences")).stands).toBe(element);
    its.consent.show("banner");
    await shown();
    expect(its.said).toEqual(["show preferences", "show banner"]);
  });

  it("has its answer sealed, with its own time and place, and asks no one again", async () => {
    head(answer("accept-all"));
    its.start();
    await expect.poll(() => its.consent.permits("stats ads")).toBe(true);
    await expect.poll(() => its.cookie()).toMatch(/yes=performance/);
    const [record] = await its.consent.proof.records();
    expect(JSON.parse(record!.text)).toMatchObject({
      event: "given",
      source: "banner",
      trusted: true,
      page: `${location.origin}/early`,
    });
    expect(its.hosts[0]!.stands).toBeUndefined();
    expect(its.said.some((one) => one.startsWith("show"))).toBe(false);
  });

  it("is asked in the language of its answer, and then in the page's", async () => {
    its.files["locales/nl"] = NL;
    head(answer("reject-all", "nl"));
    its.start();
    await expect.poll(() => its.consent.state.status).toBe("decided");
    await expect.poll(() => its.hosts.map(({ language }) => language)).toEqual(["en", "nl", "en"]);
    const [record] = await its.consent.proof.records();
    expect(JSON.parse(record!.text)).toMatchObject({ language: "nl", event: "refused" });
  });

  it("asks again where the answer was to something else", async () => {
    head(answer("accept-all").replace(/shown=\w+/, "shown=other"));
    its.start();
    await shown();
    expect(its.consent.permits("stats")).toBe(false);
    await expect.poll(() => its.problems).toContain("stale-choice");
  });

  it("has its answer read from the cookie, where it was given on the page before", async () => {
    its.store(answer("reject-all"));
    its.start();
    await expect.poll(() => its.consent.state.status).toBe("decided");
    await expect.poll(() => its.cookie()).toMatch(/yes=&no=performance/);
  });
});
