import { afterEach, beforeEach, expect, it } from "vitest";
import type { Migration } from "../core/config/parts.ts";
import { cookiebot } from "../catalogue/migrations/cookiebot.ts";
import { klaro } from "../catalogue/migrations/klaro.ts";
import { oneTrust } from "../catalogue/migrations/onetrust.ts";
import { usercentrics } from "../catalogue/migrations/usercentrics.ts";
import { vanillaCookieconsent } from "../catalogue/migrations/vanilla-cookieconsent.ts";
import { translateMarkup } from "./translateMarkup.ts";

let stage: HTMLElement;
let unknown: string[];
let undo: () => void;

beforeEach(() => {
  stage = document.createElement("div");
  document.body.append(stage);
  unknown = [];
});
afterEach(() => {
  undo();
  stage.remove();
});

/** An element by its markup, put into the page. */
const put = (markup: string): Element => {
  stage.insertAdjacentHTML("beforeend", markup);
  return stage.lastElementChild!;
};
const translate = (...migrations: Migration[]): void => {
  undo = translateMarkup(document.documentElement, migrations, (name) => void unknown.push(name));
};
const needs = (element: Element): string | null => element.getAttribute("data-consent");
const script = (attributes: string): Element =>
  put(`<script type="text/plain" ${attributes}></script>`);
const frame = '<iframe data-src="about:blank"';

it("reads OneTrust's classes: every group that one names is needed", () => {
  const one = script('class="x optanon-category-C0002 y"');
  const two = script('class="optanon-category-C0002-C0004"');
  const embed = put(`${frame} class="optanon-category-C0004"></iframe>`);
  const open = put('<img class="optanon-category-C0004" src="data:,">');
  translate(oneTrust({ map: { C0002: "performance", C0004: "marketing youtube" } }));
  expect([one, two, embed, open].map(needs)).toEqual([
    "performance",
    "performance marketing youtube",
    "marketing youtube",
    null,
  ]);
});

it("reads Cookiebot's attribute, and lets the address come from where it keeps it", () => {
  const both = script('data-cookieconsent="Statistics, marketing"');
  const ignored = script('data-cookieconsent="ignore"');
  const embed = put(
    '<iframe data-cookieblock-src="about:blank" data-cookieconsent="marketing"></iframe>',
  );
  translate(cookiebot({ map: { statistics: "performance", marketing: "marketing" } }));
  expect([both, ignored, embed].map(needs)).toEqual(["performance marketing", null, "marketing"]);
  expect(embed.getAttribute("data-src")).toBe("about:blank");
});

it("reads the names of Usercentrics and Klaro as they are written", () => {
  const named = script('data-usercentrics="Google Analytics"');
  const joined = script('data-usercentrics="Google Analytics~|UC|~Ads"');
  const service = script('data-name="ga" data-type="application/javascript"');
  const image = put('<img data-src="data:," data-name="ga">');
  const holder = put('<div data-src="x" data-type="placeholder" data-name="ga"></div>');
  translate(
    usercentrics({ map: { "Google Analytics": "performance", Ads: "marketing" } }),
    klaro({ map: { ga: "performance" } }),
  );
  expect([named, joined, service, image, holder].map(needs)).toEqual([
    "performance",
    "performance marketing",
    "performance",
    "performance",
    null,
  ]);
});

it("reads vanilla-cookieconsent's categories and services, negation too", () => {
  const rows = [
    'data-category="analytics"',
    'data-category="!analytics"',
    'data-category="analytics" data-service="GA"',
    'data-category="analytics" data-service="!GA"',
    'data-category="!ads"',
  ].map(script);
  const map = { analytics: "performance", "analytics/GA": "ga", ads: "marketing social" };
  translate(vanillaCookieconsent({ map }));
  expect(rows.map(needs)).toEqual([
    "performance",
    "!performance",
    "ga",
    "!ga",
    "!marketing !social",
  ]);
});

it("leaves alone, and so shut, what names anything that the mapping does not; of scripts it tells", () => {
  const part = script('class="optanon-category-C0002-C0005"');
  const service = script('data-category="analytics" data-service="GA"');
  const inherited = script('class="optanon-category-constructor"');
  const image = put('<img data-src="data:," data-name="gallery">');
  translate(
    oneTrust({ map: { C0002: "performance" } }),
    vanillaCookieconsent({ map: { analytics: "performance" } }),
    klaro({ map: {} }),
  );
  expect([part, service, inherited, image].map(needs)).toEqual([null, null, null, null]);
  expect(unknown.sort()).toEqual(["C0005", "analytics/GA", "constructor"]);
});

it("marks nothing below data-consent-ignore, also what is inserted there later", async () => {
  const box = put('<div data-consent-ignore><p class="optanon-category-C0002"></p></div>');
  const inside = (markup: string): Element => {
    box.insertAdjacentHTML("beforeend", markup);
    return box.lastElementChild!;
  };
  const early = inside(
    '<iframe class="optanon-category-C0002" data-src="https://a.test/"></iframe>',
  );
  translate(oneTrust({ map: { C0002: "performance" } }));
  const late = inside('<script type="text/plain" class="optanon-category-C0002"></script>');
  const control = script('class="optanon-category-C0002"');
  await expect.poll(() => needs(control)).toBe("performance");
  expect([early, late].map(needs)).toEqual([null, null]);
  expect(unknown).toEqual([]);
});

it("marks only elements that fetch from the address which stands aside, never links, bases or forms", () => {
  const names = "a area base form button div link object video svg".split(" ");
  const all = names.map((name) => {
    const element = document.createElement(name);
    element.setAttribute("data-cookieblock-src", "https://a.test/");
    element.setAttribute("data-src", "https://a.test/");
    element.setAttribute("data-cookieconsent", "marketing");
    stage.append(element);
    return element;
  });
  const frames = ["iframe", "img", "embed", "audio"].map((name) => {
    const element = document.createElement(name);
    element.setAttribute("data-cookieblock-src", "https://a.test/");
    element.setAttribute("data-cookieconsent", "marketing");
    stage.append(element);
    return element;
  });
  const links = ["a", "area", "base"].map((name) =>
    put(`<${name} class="optanon-category-C0004" data-href="https://a.test/"></${name}>`),
  );
  const style = put('<link class="optanon-category-C0004" data-href="https://a.test/">');
  translate(
    cookiebot({ map: { marketing: "marketing" } }),
    oneTrust({ map: { C0004: "marketing" } }),
  );
  // `video` fetches from `src`: it is one that may be marked.
  expect(all.filter((element) => needs(element)).map(({ localName }) => localName)).toEqual([
    "video",
  ]);
  expect(frames.map(needs)).toEqual(["marketing", "marketing", "marketing", "marketing"]);
  expect(links.map(needs)).toEqual([null, null, null]);
  expect(needs(style)).toBe("marketing");
});

it("touches neither what runs nor what carries our own mark", () => {
  const running = put('<script type="application/json" class="optanon-category-C0002"></script>');
  const ours = script('class="optanon-category-C0002" data-consent="marketing"');
  translate(oneTrust({ map: { C0002: "performance" } }));
  expect([running, ours].map(needs)).toEqual([null, "marketing"]);
});

it("finds what is inserted later, before a later observer sees it, and takes its marks away", async () => {
  translate(oneTrust({ map: { C0002: "performance" } }));
  const seen: (string | null)[] = [];
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes)
        if (node instanceof Element) seen.push(needs(node.querySelector("script") ?? node));
    }
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  const direct = script('class="optanon-category-C0002"');
  put('<p><script type="text/plain" class="optanon-category-C0002"></script></p>');
  await expect.poll(() => seen).toEqual(["performance", "performance"]);
  observer.disconnect();
  undo();
  expect(needs(direct)).toBeNull();
  const after = script('class="optanon-category-C0002"');
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(needs(after)).toBeNull();
});

it("gives an element that has no address aside none, and leaves one that it has", () => {
  const plain = script('class="optanon-category-C0002"');
  const both = put(
    '<iframe data-cookieblock-src="/a" data-src="/b" data-cookieconsent="marketing"></iframe>',
  );
  const inline = script('data-cookieconsent="marketing"');
  translate(
    oneTrust({ map: { C0002: "performance" } }),
    cookiebot({ map: { marketing: "marketing" } }),
  );
  expect([plain, both, inline].map(needs)).toEqual(["performance", "marketing", "marketing"]);
  expect([plain, both, inline].map((element) => element.getAttribute("data-src"))).toEqual([
    null,
    "/b",
    null,
  ]);
});

it("takes over no markup of a tool whose markup is not known, and marks nothing of nobody's", async () => {
  const { names: _, ...nameless } = klaro({ map: { ga: "performance" } });
  const { selector: __, ...anywhere } = klaro({ map: { ga: "performance" } });
  const waits = script('data-name="ga" data-type="application/javascript"');
  translate(nameless, anywhere, {
    ...oneTrust({ map: { C0002: "performance" } }),
    names: () => ["C0002"],
  });
  const last = script('class="optanon-category-C0002"');
  const own = script('id="own"');
  await expect.poll(() => needs(last)).toBe("performance");
  expect([waits, own].map(needs)).toEqual([null, null]);
});

it("looks into a document too, and at elements that come beside text", async () => {
  const one = script('class="optanon-category-C0002"');
  undo = translateMarkup(document, [oneTrust({ map: { C0002: "performance" } })], () => {});
  expect(needs(one)).toBe("performance");
  const two = one.cloneNode() as Element;
  two.removeAttribute("data-consent");
  stage.append("text", two);
  await expect.poll(() => needs(two)).toBe("performance");
});
