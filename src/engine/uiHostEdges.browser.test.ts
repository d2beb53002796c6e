// The interface while its files are on their way, and what it hears of a page that lives on.
import { afterEach, describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { ACME, useEnginePage } from "../../test/util/enginePage.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { CLEAN_UP } from "../core/config/names.ts";
import type { PageHandle, UiHost } from "../core/config/parts.ts";
import { diagnostics } from "./diagnostics.ts";
import type { Engine } from "./engine.ts";
import { KEY } from "../head/headData.ts";

const its = useEnginePage();
const NL = { "banner.title": "Koekjes?" };
const { documentElement: html } = document;
const RECEIPT = '<div data-consent-receipt=""></div>';
async function says(what: string): Promise<void> {
  await expect.poll(() => its.said).toContain(what);
}
const everything = (): string => {
  const { engine, choose } = bareEngine(ACME);
  const { _after } = choose({ performance: true, marketing: true });
  return toCookie({ ..._after, decidedAt: Date.now() }, engine._config);
};
/** All that was scheduled has had its turn. */
const settled = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** A file that is on its way until it is given: it only takes notes. */
function late(name: "banner" | "placeholders"): () => void {
  let give = (): void => {};
  const say = (text: string): void => void its.said.push(text);
  const handle = {
    show: (view: string) => say(`show ${view}`),
    fill: () => say("fill"),
    speak: ({ language }: UiHost) => say(`speak ${language}`),
    notice: () => "",
    hide() {},
    update() {},
    rehome() {},
    destroy() {},
  };
  its.files[name as never] = new Promise((resolve) => {
    give = () =>
      resolve((host: UiHost) => {
        its.hosts.push(host);
        return handle as unknown as PageHandle;
      });
  }) as never;
  return give;
}
async function asked(name: string): Promise<void> {
  await expect.poll(() => its.loaded).toContain(name);
}

afterEach(() => {
  html.removeAttribute("lang");
  Reflect.deleteProperty(window, KEY);
});

describe("a file that is on its way", () => {
  it("mounts nothing in an instance that has ended meanwhile", async () => {
    const give = late("banner");
    its.start();
    await asked("banner");
    its.consent.destroy();
    give();
    await settled();
    expect(its.hosts).toEqual([]);
  });

  it("asks no one who has an answer by the time it comes; what page code asks for is shown", async () => {
    const element = document.createElement("div");
    const banner = { element, take: () => "" };
    Object.assign(window, {
      [KEY]: { signals: [], told: undefined, early: new WeakSet(), banner },
    });
    const give = late("banner");
    its.start();
    await asked("banner");
    await its.consent.acceptAll();
    give();
    its.consent.show("preferences");
    await says("show preferences");
    expect(its.said).toEqual(["show preferences"]);
    // What came with the HTML is not taken over to be shown.
    expect(its.hosts.at(-1)!.stands).toBeUndefined();
    its.consent.show("banner");
    await says("show banner");
  });

  it("is mounted once, however often it is wanted", async () => {
    const give = late("banner");
    its.start();
    await asked("banner");
    its.consent.show();
    its.consent.show("preferences", "stats");
    give();
    await expect.poll(() => its.said.length).toBe(3);
    expect(its.hosts).toHaveLength(1);
  });

  it("speaks the language that the page has by then", async () => {
    its.files["locales/nl"] = NL;
    const give = late("placeholders");
    its.put(RECEIPT);
    its.start();
    await asked("placeholders");
    await says("show banner");
    html.lang = "nl";
    await settled();
    give();
    await says("fill");
    its.put(RECEIPT);
    await says("speak nl");
    expect(its.said.filter((one) => one.startsWith("speak"))).toEqual(["speak nl"]);
  });

  it("leaves the banner of the HTML to the head, until ours is there", async () => {
    let takes = 0;
    const banner = { element: document.createElement("div"), take: () => (takes++, "") };
    Object.assign(window, {
      [KEY]: { signals: [], told: undefined, early: new WeakSet<Element>(), banner },
    });
    const give = late("banner");
    its.put(RECEIPT);
    its.start();
    await says("fill div");
    expect(takes).toBe(0);
    give();
    await says("show banner");
    expect(takes).toBe(1);
  });
});

describe("a file that does not come", () => {
  it("leaves an embed without a placeholder, and shut", async () => {
    its.files["placeholders"] = new Error("offline");
    its.put(RECEIPT);
    its.start();
    const frame = its.put('<iframe data-consent="ads" data-src="/test/util/empty.html"></iframe>');
    await expect.poll(() => its.problems).toContain("ui-unavailable placeholders");
    expect(frame.hasAttribute("src")).toBe(false);
    await its.consent.acceptAll();
    await expect.poll(() => frame.hasAttribute("src")).toBe(true);
  });
});

describe("an end that a page before could not confirm", () => {
  it.each<[what: string, banner: unknown]>([
    ["whose file does not come", new Error("offline")],
    ["that confirms nothing", () => ({ update() {}, destroy() {} })],
  ])("is left at that by a banner %s", async (_, banner) => {
    its.store(everything());
    sessionStorage.setItem(CLEAN_UP, "ads");
    its.files["banner"] = banner;
    its.start();
    await asked("banner");
    await expect.poll(() => sessionStorage.getItem(CLEAN_UP)).toBeNull();
    await settled();
    expect(its.problems.every((one) => one == "ui-unavailable banner")).toBe(true);
  });
});

describe("words", () => {
  it("are fetched once for all that speaks, and not again for the same language", async () => {
    html.lang = "nl";
    its.files["locales/nl"] = NL;
    its.put(RECEIPT);
    its.start();
    await says("fill div");
    await says("show banner");
    html.lang = "nl";
    await settled();
    expect(its.loaded.filter((name) => name == "locales/nl")).toHaveLength(1);
    expect(its.said.filter((one) => one.startsWith("speak"))).toEqual([]);
  });

  it("that come after the end are spoken by no one, nor by what knows one language", async () => {
    let give = (): void => {};
    its.files["locales/nl"] = new Promise((resolve) => (give = () => resolve(NL)));
    its.put(RECEIPT);
    its.start();
    await says("fill div");
    html.lang = "nl";
    await asked("locales/nl");
    its.consent.destroy();
    give();
    await settled();
    expect(its.said.filter((one) => one.startsWith("speak"))).toEqual([]);
    html.lang = "en";
    its.files["placeholders"] = () => ({ fill: () => its.said.push("plain"), destroy() {} });
    its.start();
    await says("plain");
    html.lang = "nl";
    await expect.poll(() => its.loaded.filter((name) => name == "locales/nl").length).toBe(2);
    await settled();
    expect(its.problems).toEqual([]);
  });

  it("are not fetched for an instance that has ended", async () => {
    its.put(RECEIPT);
    its.start();
    await says("fill div");
    its.consent.destroy();
    html.lang = "de";
    await settled();
    expect(its.loaded).not.toContain("locales/de");
  });
});

describe("the interface", () => {
  it("hears that something was put into the page, which may cover it", async () => {
    its.start();
    await says("show banner");
    expect(its.said).not.toContain("rehome");
    document.body.append(its.stage);
    await says("rehome");
  });

  it("hears what could not be erased, after all else is done", async () => {
    its.files["diagnostics"] = {
      ...diagnostics,
      _createEraser: ({ _store: store }: Engine) => ({
        async _erase() {
          await settled();
          store.set({ ...store.get(), _leftover: ["_edge"] });
        },
      }),
    };
    its.start();
    await says("show banner");
    await its.consent.acceptAll();
    its.said.length = 0;
    await its.consent.withdraw();
    await expect.poll(() => its.hosts[0]!.leftover).toEqual(["_edge"]);
    expect(its.said).toEqual(["update", "update"]);
  });

  it("says that two cookies of our name are one too many", async () => {
    const twice = new Proxy(document, {
      get(target, key) {
        if (key == "cookie") return "consentry=v=1; consentry=v=2";
        const value: unknown = Reflect.get(target, key, target);
        return typeof value == "function" ? (value.bind(target) as unknown) : value;
      },
      set: () => true,
    });
    its.start(ACME, {}, { document: twice });
    await says("show banner");
    await expect.poll(() => its.problems).toContain("cookie-duplicated");
  });
});

describe("a page that is still being read", () => {
  it("has its banner, and its own markup untouched until its scripts have run", async () => {
    const early = new Proxy(document, {
      get(target, key) {
        if (key == "readyState") return "interactive";
        const value: unknown = Reflect.get(target, key, target);
        return typeof value == "function" ? (value.bind(target) as unknown) : value;
      },
    });
    its.put(RECEIPT);
    its.start(ACME, {}, { document: early });
    await asked("placeholders");
    await says("show banner");
    await settled();
    expect(its.said).not.toContain("fill div");
    window.dispatchEvent(new Event("load"));
    await says("fill div");
  });
});
