import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { safeDocument } from "../lib/safeDocument.ts";
import { createGate, type Gate } from "./createGate.ts";
import { createWarden, type Warden } from "./createWarden.ts";

let allowed: Set<string>;
let reports: string[];
/** Placeholders that stand now: their element, ids, and the call of their button. */
let placed: { element: Element; ids: string; loadOnce: () => void }[];
let placings: number;
let gate: Gate;
let warden: Warden;
let stage: HTMLElement;
let end: AbortController;

const permits = (ids: string): boolean => ids.split(/\s+/).every((id) => allowed.has(id));
const report = (code: string, at = ""): void => void reports.push(`${code} ${at}`);
const permit = (...ids: string[]): void => {
  allowed = new Set(ids);
  warden.withhold(false);
  warden.release();
};
const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";

function embed(tag: string, attributes: Record<string, string>): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ "data-consent": "video", ...attributes })) {
    element.setAttribute(name, value);
  }
  stage.append(element);
  return element;
}
const frame = (name: string): HTMLIFrameElement =>
  embed("iframe", {
    "data-src": URL.createObjectURL(new Blob([name], { type: "text/html" })),
  }) as HTMLIFrameElement;

beforeEach(() => {
  allowed = new Set();
  reports = [];
  placed = [];
  placings = 0;
  stage = document.createElement("div");
  document.body.append(stage);
  gate = createGate({
    window,
    document: safeDocument(document),
    permits,
    nonce: "",
    report,
    onShut: (item) => warden.shut(item),
    onHang: (item) => warden.unstick(item),
    onLate: () => {},
    onMarkup: () => {},
    onInsert: () => {},
    patience: 5000,
    end: (end = new AbortController()),
  });
  gate.queue.late = () => undefined;
  warden = createWarden({
    gate,
    permits,
    report,
    place(element, ids, loadOnce) {
      placings++;
      const entry = { element, ids, loadOnce };
      placed.push(entry);
      return () => void placed.splice(placed.indexOf(entry), 1);
    },
  });
});
afterEach(() => {
  warden.destroy();
  end.abort();
  stage.remove();
});

describe("a gated embed", () => {
  it("has its address under data- alone until it is permitted", async () => {
    const picture = embed("img", { "data-src": PIXEL, "data-srcset": `${PIXEL} 1x` });
    const style = embed("link", { rel: "stylesheet", "data-href": "data:text/css," });
    const film = embed("video", { "data-src": PIXEL, "data-poster": PIXEL });
    const thing = embed("object", { "data-data": "about:blank" });
    gate.start();
    await tick();
    for (const element of [picture, style, film, thing]) {
      for (const name of ["src", "srcset", "href", "poster", "data"]) {
        expect(element.hasAttribute(name)).toBe(false);
      }
    }
    permit("video");
    expect(picture.getAttribute("src")).toBe(PIXEL);
    expect(picture.getAttribute("srcset")).toBe(`${PIXEL} 1x`);
    expect(style.getAttribute("href")).toBe("data:text/css,");
    expect(film.getAttribute("poster")).toBe(PIXEL);
    expect(thing.getAttribute("data")).toBe("about:blank");
  });

  it("keeps the parameters of its address as they are written", () => {
    const address = "about:blank?a=1&b=%20&c=ä#t=10";
    const element = embed("iframe", { "data-src": address });
    gate.start();
    permit("video");
    expect(element.getAttribute("src")).toBe(address);
  });

  it("loads, is withheld again with its consent, and loads again", async () => {
    const element = frame("<p>film</p>");
    const parent = element.parentNode;
    const text = (): string | undefined => element.contentDocument?.body?.textContent ?? "";
    gate.start();
    for (let round = 0; round < 3; round++) {
      permit("video");
      await expect.poll(text).toBe("film");
      permit();
      await expect.poll(text).toBe("");
      expect(element.hasAttribute("src")).toBe(false);
      expect(element.hasAttribute("data-src")).toBe(true);
      expect(element.parentNode).toBe(parent);
    }
    expect(reports).toEqual([]);
  });

  it("needs every id that it names", () => {
    const element = embed("iframe", { "data-consent": "video maps", "data-src": "about:blank" });
    gate.start();
    permit("video");
    expect(element.hasAttribute("src")).toBe(false);
    permit("video", "maps");
    expect(element.getAttribute("src")).toBe("about:blank");
  });

  it("with its address in the open is withheld, and told of once", async () => {
    const element = embed("iframe", { src: "about:blank#open" });
    gate.start();
    await tick();
    expect(element.hasAttribute("src")).toBe(false);
    expect(element.getAttribute("data-src")).toBe("about:blank#open");
    expect(reports).toEqual(["src-not-withheld video"]);
    permit("video");
    expect(element.getAttribute("src")).toBe("about:blank#open");
    permit();
    expect(reports).toHaveLength(1);
  });

  it("inserted later waits like the others", async () => {
    gate.start();
    stage.insertAdjacentHTML(
      "beforeend",
      '<p><iframe data-consent="video" data-src="about:blank#late"></iframe></p>',
    );
    await tick();
    const element = stage.querySelector("iframe")!;
    expect(element.hasAttribute("src")).toBe(false);
    expect(placed.map((entry) => entry.element)).toEqual([element]);
    permit("video");
    expect(element.getAttribute("src")).toBe("about:blank#late");
  });
});

describe("a placeholder", () => {
  it("stands in once, however often permissions change elsewhere, and goes with the consent", () => {
    const element = frame("film");
    gate.start();
    expect(placed).toMatchObject([{ element, ids: "video" }]);
    permit("other");
    permit();
    expect(placings).toBe(1);
    permit("video");
    expect(placed).toEqual([]);
    permit();
    expect(placed).toHaveLength(1);
    expect(placings).toBe(2);
  });

  it("stands in for what a visitor would miss, and for nothing else", () => {
    embed("img", { "data-src": PIXEL });
    embed("link", { "data-href": "data:text/css," });
    const marked = embed("div", { "data-placeholder": "" });
    const audio = embed("audio", { "data-src": PIXEL });
    gate.start();
    expect(placed.map(({ element }) => element)).toEqual([marked, audio]);
  });

  it("loads one embed this time, and leaves the others", () => {
    const [one, other] = [frame("one"), frame("other")];
    gate.start();
    placed[0]!.loadOnce();
    expect(one.hasAttribute("src")).toBe(true);
    expect(other.hasAttribute("src")).toBe(false);
    expect(placed.map(({ element }) => element)).toEqual([other]);
  });

  it("keeps what was loaded this time through other decisions, and not through a refusal", () => {
    const element = frame("film");
    gate.start();
    placed[0]!.loadOnce();
    permit("other");
    expect(element.hasAttribute("src")).toBe(true);
    warden.withhold(true);
    expect(element.hasAttribute("src")).toBe(false);
    expect(placed).toHaveLength(1);
  });

  it("is taken away when all is destroyed", () => {
    frame("film");
    gate.start();
    expect(placed).toHaveLength(1);
    warden.destroy();
    expect(placed).toEqual([]);
  });
});
