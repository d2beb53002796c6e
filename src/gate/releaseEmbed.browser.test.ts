import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { putAnew, releaseEmbed, reloadMedia } from "./releaseEmbed.ts";
import type { Trust } from "./trustedPolicy.ts";

const policy: Trust = (sink, text) => (sink == "createScriptURL" ? `${text}#trusted` : text);
let stage: HTMLElement;

function make(tag: string, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  stage.append(element);
  return element;
}
/** What happened to the stage since. */
function watch(): () => string[] {
  const observer = new MutationObserver(() => {});
  observer.observe(stage, { childList: true, subtree: true, attributes: true });
  return () =>
    observer
      .takeRecords()
      .map(({ attributeName, addedNodes }) => attributeName ?? (addedNodes.length ? "in" : "out"));
}

beforeEach(() => {
  stage = document.createElement("div");
  document.body.append(stage);
});
afterEach(() => stage.remove());

describe("releaseEmbed", () => {
  it.each([
    ["img", "src"],
    ["source", "srcset"],
    ["link", "href"],
    ["link", "imagesrcset"],
    ["video", "poster"],
    ["object", "data"],
  ])("on %s puts %s in place", (tag, name) => {
    const element = make(tag, { [`data-${name}`]: "/x" });
    releaseEmbed(element, (_, text) => text);
    expect(element.getAttribute(name)).toBe("/x");
  });

  it("puts nothing in place that is not named, and what is empty as empty", () => {
    const element = make("img", { "data-src": "", "data-other": "x" });
    releaseEmbed(element, policy);
    expect(element.getAttributeNames()).toEqual(["data-src", "data-other", "src"]);
  });

  it("does not touch an address that stands there already: a frame would load again", () => {
    const element = make("iframe", {
      src: "/test/util/empty.html#1",
      "data-src": "/test/util/empty.html#1",
    });
    const changes = watch();
    releaseEmbed(element, policy);
    expect(changes()).toEqual([]);
    element.setAttribute("data-src", "/test/util/empty.html#2");
    releaseEmbed(element, policy);
    expect(element.getAttribute("src")).toBe("/test/util/empty.html#2");
  });

  it("leaves an address alone that has no other under data-", () => {
    const element = make("iframe", { src: "/test/util/empty.html#1" });
    releaseEmbed(element, policy);
    expect(element.getAttribute("src")).toBe("/test/util/empty.html#1");
  });

  it("asks the policy for embed and object, whose addresses run, and for no other", () => {
    const released = (tag: string): string => {
      const element = make(tag, { "data-src": "/test/util/empty.html" });
      releaseEmbed(element, policy);
      return element.getAttribute("src")!;
    };
    expect(["embed"].map(released)).toEqual(["/test/util/empty.html#trusted"]);
    expect(["iframe", "img", "video"].map(released)).toEqual(
      Array<string>(3).fill("/test/util/empty.html"),
    );
  });

  it("lets a preload fetch from imagesrcset, which the browser reads as it is put into the page", async () => {
    const picture = `${location.origin}/test/util/nothing.gif?${Math.random()}`;
    const link = make("link", { rel: "preload", as: "image", "data-imagesrcset": `${picture} 1x` });
    releaseEmbed(link, policy);
    await expect.poll(() => performance.getEntriesByName(picture).length).toBe(1);
  });

  it("puts a frame anew where it stands: while the page is being parsed, and afterwards", () => {
    const outer = make("iframe") as HTMLIFrameElement;
    const page = outer.contentDocument!;
    page.open();
    page.write('<p><iframe data-src="/test/util/empty.html#x"></iframe><b></b>');
    const frame = page.querySelector("iframe")!;
    const first = frame.contentWindow;
    expect(page.readyState).toBe("loading");
    releaseEmbed(frame, policy);
    expect(frame.contentWindow == first).toBe(false);
    expect(frame.nextElementSibling).toBe(page.querySelector("b"));
    page.close();

    const element = make("iframe", { "data-src": "/test/util/empty.html#x" });
    const changes = watch();
    releaseEmbed(element, policy);
    expect(changes().filter((change) => change != "loading")).toEqual(["in", "src", "in"]);
  });

  it("shows what waited, and not the empty text that stands before it", async () => {
    const frame = make("iframe", { "data-src": "/test/util/empty.html#x", srcdoc: "" });
    releaseEmbed(frame, policy);
    const pathOf = () => (frame as HTMLIFrameElement).contentWindow!.location.pathname;
    await expect.poll(pathOf).toBe("/test/util/empty.html");
    const text = make("iframe", { "data-srcdoc": "<p>p</p>", srcdoc: "" });
    releaseEmbed(text, policy);
    expect(text.getAttribute("srcdoc")).toBe("<p>p</p>");
  });

  it("leaves a frame in its place where the page's policy takes nothing from us", () => {
    const outer = make("iframe") as HTMLIFrameElement;
    const page = outer.contentDocument!;
    page.open();
    page.write('<p><iframe data-srcdoc="x"></iframe><b></b>');
    const frame = page.querySelector("iframe")!;
    expect(page.readyState).toBe("loading");
    const refuse = (): never => {
      throw new TypeError("refused");
    };
    expect(() => releaseEmbed(frame, refuse)).toThrow("refused");
    expect(frame.nextSibling).toBe(page.querySelector("b"));
    expect(frame.hasAttribute("srcdoc")).toBe(false);
    page.close();
  });

  it("tells a media element to look again, also for a source inside it", () => {
    const film = make("video") as HTMLVideoElement;
    const source = document.createElement("source");
    source.setAttribute("data-src", "/film.mp4");
    film.append(source);
    let loads = 0;
    film.load = () => void loads++;
    releaseEmbed(source, policy);
    expect(loads).toBe(1);
    reloadMedia(film);
    expect(loads).toBe(2);
    expect(() => reloadMedia(make("img"))).not.toThrow();
  });
});

describe("putAnew", () => {
  it.each(["iframe", "object", "embed"])("takes %s out and puts it back in its place", (tag) => {
    const element = make(tag);
    const last = make("b");
    const changes = watch();
    putAnew(element);
    expect(changes()).toEqual(["out", "in"]);
    expect([...stage.children]).toEqual([element, last]);
  });

  it("leaves others where they are, and needs no parent", () => {
    const element = make("img");
    const changes = watch();
    putAnew(element);
    expect(changes()).toEqual([]);
    expect(() => putAnew(document.createElement("iframe"))).not.toThrow();
  });
});
