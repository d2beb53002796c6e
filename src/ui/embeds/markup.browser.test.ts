import axe from "axe-core";
import { within } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { page as screen, userEvent as real } from "vitest/browser";
import ar from "../../i18n/locales/ar.ts";
import { RECORD } from "../../../test/util/fakeHost.ts";
import { inPage, mountedPage } from "../../../test/util/mountedPage.ts";
import { keyboard } from "../../../test/util/keyboard.ts";

beforeEach(() => {
  document.body.replaceChildren();
});

describe("data-consent-toggle", () => {
  it("turns a link into a control that keeps its words and shows its state", async () => {
    const { host, page } = mountedPage();
    const link = inPage(
      "a",
      { "data-consent-toggle": "maps", href: "/opt-out" },
      "City Maps opt-out",
    );
    page.fill(link);
    const control = within(document.body).getByRole("button", { name: "City Maps opt-out" });
    expect(control).toBe(link);
    expect(link.getAttribute("aria-pressed")).toBe("true");
    expect(link.textContent).toBe("City Maps opt-out (Allowed)");
    expect(link.title).toBe("City Maps is on. Switch it off.");
    const before = location.href;
    await real.click(link);
    expect(location.href).toBe(before);
    expect(host.asked[0]?.intent).toEqual({
      kind: "save",
      source: "toggle",
      trusted: true,
      choices: { maps: false },
    });
    expect(link.getAttribute("aria-pressed")).toBe("false");
    expect(link.textContent).toBe("City Maps opt-out (Not allowed)");
  });

  it.each(["{Enter}", " "])("is worked by the key “%s”, once per press", async (key) => {
    const { host, page } = mountedPage();
    host.onDecide = () => {};
    for (const tag of ["span", "button", "a"] as const) {
      const element = inPage(tag, { "data-consent-toggle": "maps" });
      page.fill(element);
      element.focus();
      expect(document.activeElement).toBe(element);
      host.set({ services: { ...host.state.services, maps: true } });
      await keyboard(key);
    }
    expect(host.asked).toHaveLength(3);
    expect(host.opened).toEqual([]);
  });

  it("never allows: where something is off it opens the preference centre at that item", async () => {
    const { host, page } = mountedPage();
    const button = inPage("button", { "data-consent-toggle": "youtube" });
    const link = inPage("a", { "data-consent-toggle": "marketing", href: "#" }, "Ads");
    for (const element of [button, link]) {
      page.fill(element);
      expect(element.getAttribute("aria-pressed")).toBe("false");
      await real.click(element);
    }
    expect(host.asked).toEqual([]);
    expect(host.opened).toEqual(["youtube", "marketing"]);
  });

  it("is nothing where strangers write, also when it was moved there, and in a web component there", async () => {
    const { host, page } = mountedPage();
    const place = inPage("div", { "data-consent-ignore": "" });
    const inside = inPage("button", { "data-consent-toggle": "maps" }, "More");
    const moved = inPage("button", { "data-consent-toggle": "maps" }, "Maps");
    page.fill(moved);
    place.append(inside, moved);
    const root = place.attachShadow({ mode: "open" });
    root.append(document.createElement("slot"));
    const below = document.createElement("a");
    below.dataset["consentToggle"] = "maps";
    below.textContent = "Deep";
    root.append(below);
    for (const element of [inside, below]) page.fill(element);
    expect(inside.hasAttribute("aria-pressed") || below.hasAttribute("role")).toBe(false);
    for (const element of [inside, moved, below]) await real.click(element);
    expect(host.asked).toEqual([]);
    expect(host.opened).toEqual([]);
  });

  it("names the service where the element is empty", () => {
    const { page } = mountedPage();
    page.fill(inPage("span", { "data-consent-toggle": "maps" }));
    expect(within(document.body).getByRole("button", { name: "City Maps" })).toBeTruthy();
  });

  it("reports an id that nobody declared and leaves the element alone", () => {
    const { host, page } = mountedPage();
    const link = inPage("a", { "data-consent-toggle": "unheard-of", href: "#" }, "Opt out");
    const before = link.outerHTML;
    page.fill(link);
    expect(host.reported).toEqual(["unknown-id unheard-of"]);
    expect(link.outerHTML).toBe(before);
  });
});

describe("data-consent-declaration", () => {
  it("is a table of services and what they store, by category", async () => {
    await screen.viewport(1280, 800);
    const { page } = mountedPage();
    page.fill(inPage("div", { "data-consent-declaration": "" }));
    const find = within(document.body);
    const tables = find.getAllByRole("table");
    expect(tables.map((one) => one.querySelector("caption b")?.textContent)).toEqual([
      ...["Necessary", "Performance", "Marketing"],
    ]);
    const table = within(tables[1]!);
    expect(table.getAllByRole("columnheader").map((one) => one.textContent)).toEqual([
      ...["Name", "Kind", "Purpose", "Kept for"],
    ]);
    const header = table.getByRole("rowheader", { name: /Google Analytics/u });
    for (const fact of ["Google Ireland Limited", "Ireland", "United States", "Consent"]) {
      expect(header.textContent).toContain(fact);
    }
    const cells = [...tables[1]!.querySelectorAll("td")].map((one) => one.textContent);
    expect(cells).toEqual([
      ...["_ga", "cookie", "Recognises the visitor", "13 months"],
      ...["_ga_*", "cookie", "Keeps the state of the visit", "1 year"],
      "Stores nothing on your device.",
    ]);
  });

  it("is translated, with the language and its direction marked", () => {
    const { page } = mountedPage({ language: "ar", messages: ar });
    const place = inPage("div", { "data-consent-declaration": "" });
    page.fill(place);
    expect(place.querySelector("[lang=ar][dir=rtl] table")).toBeTruthy();
    expect(place.textContent).toContain("Google Analytics");
    expect(place.textContent).toContain("13 شهرًا"); // 13 months, as Intl says it.
  });

  it("fits a phone and is clean for axe", async () => {
    document.documentElement.lang = "en";
    document.title = "A page";
    const { page } = mountedPage();
    const main = inPage("main");
    const place = inPage("div", { "data-consent-declaration": "" });
    main.append(place);
    page.fill(place);
    await screen.viewport(320, 568);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const { violations } = await axe.run(place);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("parses no text as markup", () => {
    const name = "<img src=x onerror=alert(1)>";
    const { host, page } = mountedPage();
    const services = host.config.services.map((service) => ({ ...service, name }));
    const { page: other } = mountedPage({ config: { services } });
    const place = inPage("div", { "data-consent-declaration": "" });
    other.fill(place);
    expect(place.querySelector("img")).toBeNull();
    expect(place.textContent).toContain(name);
    page.destroy();
  });
});

describe("data-consent-receipt", () => {
  it("shows the latest record, verifies the chain, and hands it over as a file", async () => {
    const { page } = mountedPage({ records: [{ ...RECORD, id: "older" }, RECORD] });
    const place = inPage("div", { "data-consent-receipt": "" });
    page.fill(place);
    const find = within(place);
    expect(await find.findByText(RECORD.subject)).toBeTruthy();
    expect(find.queryByText("older")).toBeNull();
    expect(find.getByText("Performance: Allowed")).toBeTruthy();
    expect(find.getByText(/^May 3, 2026/u)).toBeTruthy();
    find.getByRole("button", { name: "Verify" }).click();
    expect(await find.findByText("1 record, unbroken.")).toBeTruthy();
    const { click } = HTMLAnchorElement.prototype;
    const file = new Promise<unknown[]>((resolve) => {
      HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
        resolve([this.download, decodeURIComponent(this.href)]);
      };
    });
    try {
      find.getByRole("button", { name: "Download" }).click();
      expect(await file).toEqual([
        "consent-record.jsonl",
        'data:application/jsonl;charset=utf-8,{"type":"record"}\n',
      ]);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it("shows the words that were agreed to, of that day and in their language", async () => {
    const { page, host } = mountedPage({ records: [RECORD] });
    const notice = (hash: string, title: string) =>
      JSON.stringify({
        type: "consentry/1 notice",
        hash,
        text: JSON.stringify({
          language: "nl",
          controller: { name: "Oude BV" },
          texts: { "banner.title": title, "banner.text": "{controller} vraagt: {purposes} <b>" },
          categories: [
            { id: "necessary", name: "Nodig" },
            { id: "performance", name: "Prestaties" },
            { id: "marketing", name: "Reclame" },
          ],
        }),
      });
    host.exportRecords = () =>
      Promise.resolve(
        `noise\n${notice("b".repeat(64), "Other")}\n${notice(RECORD.notice, "Toen")}\n`,
      );
    const place = inPage("div", { "data-consent-receipt": "" });
    page.fill(place);
    const words = await within(place).findByText("Oude BV vraagt: Prestaties, Reclame <b>");
    expect(words.parentElement!.lang).toBe("nl");
    expect(within(place).getByText("Toen").localName).toBe("dt");
    expect(within(place).queryByText("Other")).toBeNull();
  });

  it("shows the record also where nothing was shown, or the words cannot be read", async () => {
    for (const exported of [Promise.resolve(""), Promise.reject(new Error("gone"))]) {
      const { page, host } = mountedPage({ records: [RECORD] });
      host.exportRecords = () => exported;
      const place = inPage("div", { "data-consent-receipt": "" });
      page.fill(place);
      expect(await within(place).findByText(RECORD.subject)).toBeTruthy();
      expect(place.querySelectorAll("dt")).toHaveLength(3);
      page.destroy();
    }
  });

  it("says so when there is no record, and follows a decision", async () => {
    const records: (typeof RECORD)[] = [];
    const { page, host } = mountedPage({ records });
    const place = inPage("div", { "data-consent-receipt": "" });
    page.fill(place);
    expect(await within(place).findByText(/no record of a choice/u)).toBeTruthy();
    records.push(RECORD);
    host.set({ status: "decided" });
    host.onDecide();
    expect(await within(place).findByText(RECORD.subject)).toBeTruthy();
  });

  it("names the record where the chain is broken", async () => {
    const { page, host } = mountedPage({ records: [RECORD] });
    host.verify = () => Promise.resolve({ ok: false, length: 3, firstBad: 1, reason: "hash" });
    const place = inPage("div", { "data-consent-receipt": "" });
    page.fill(place);
    (await within(place).findByRole("button", { name: "Verify" })).click();
    expect(await within(place).findByText("The chain is broken at record 2.")).toBeTruthy();
  });
});

describe("the page's own markup", () => {
  it("is given back as it was, with the nodes that were in it", () => {
    const word = document.createElement("b");
    word.textContent = "Opt out";
    for (const [name, value] of [
      ["data-consent-toggle", "maps"],
      ["data-consent-declaration", ""],
      ["data-consent-receipt", ""],
    ] as const) {
      const element = inPage("p", { [name]: value, title: "Mine", style: "color: red" });
      element.append(word, " now");
      const before = document.documentElement.outerHTML;
      const { page } = mountedPage();
      const undo = page.fill(element);
      expect(document.documentElement.outerHTML).not.toBe(before);
      undo();
      expect(document.documentElement.outerHTML).toBe(before);
      expect(element.firstChild).toBe(word);
      page.fill(element);
      page.destroy();
      expect(document.documentElement.outerHTML).toBe(before);
      expect(document.adoptedStyleSheets).toHaveLength(0);
      element.remove();
    }
  });
});
