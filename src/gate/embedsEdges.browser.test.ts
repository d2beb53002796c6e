// What an embed says, and where others put it, at the edges.
import { describe, expect, it } from "vitest";
import { empty, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage();

const { embed } = its;
const frame = (more: Record<string, string> = {}): HTMLElement =>
  embed("iframe", { "data-src": empty("x"), ...more });

describe("an address in the open", () => {
  it.each(["iframe", "audio", "embed"])(
    "of <%s> beside the one that waits is withheld, reported, and takes the place of nothing",
    (tag) => {
      const element = embed(tag, { src: empty("open"), "data-src": empty("waits") });
      its.gate._start();
      expect(element.hasAttribute("src")).toBe(false);
      expect(element.getAttribute("data-src")).toBe(empty("waits"));
      expect(its.reports).toEqual(["src-not-withheld stats"]);
    },
  );

  it("that came with a copy, to be fetched late, was written by nobody", () => {
    embed("iframe", { src: empty("x"), "data-src": empty("x"), loading: "lazy" });
    its.gate._start();
    expect(its.reports).toEqual([]);
  });

  it("with nothing that waits beside it was written so, also where it is fetched late", () => {
    const element = embed("iframe", { src: empty("x"), loading: "lazy" });
    its.gate._start();
    expect(element.getAttribute("data-src")).toBe(empty("x"));
    expect(its.reports).toEqual(["src-not-withheld stats"]);
  });

  it.each([
    ["of the site's own, with nothing that it stands in for", { src: "/own.gif" }, false],
    ["of the site's own", { src: "/own.gif", "data-src": "https://other.invalid/a.gif" }, true],
    ["in a text", { src: "data:image/gif;base64,R0lG", "data-src": "/a.gif" }, true],
    ["of another kind in a text", { src: "data:text/plain,data:image/", "data-src": "/a" }, false],
    ["of another site", { src: "https://a.invalid/a.gif", "data-src": "/b.gif" }, false],
    ["at no address", { src: "https://", "data-src": "/b.gif" }, false],
  ])("is kept for a picture that stands in, %s", (_, attributes, stays) => {
    const element = embed("img", attributes);
    its.gate._start();
    expect(element.hasAttribute("src")).toBe(stays);
    expect(its.reports).toEqual(stays ? [] : ["src-not-withheld stats"]);
  });

  it("of a frame is none that stands in", () => {
    const element = embed("iframe", { src: empty("own"), "data-src": empty("x") });
    its.gate._start();
    expect(element.hasAttribute("src")).toBe(false);
  });
});

describe("a mark", () => {
  it("on what fetches nothing is reported, and an empty one by whoever reports those", () => {
    frame();
    embed("p");
    embed("p", { "data-consent": " " });
    its.gate._start();
    expect(its.reports).toEqual(["consent-without-effect <p> stats"]);
    expect(its.placed).toHaveLength(1);
  });

  it("means nothing where strangers write, beside others that do, until it is theirs no more", async () => {
    const one = frame();
    const box = document.createElement("div");
    box.setAttribute("data-consent-ignore", "");
    const theirs = frame();
    box.append(theirs);
    its.stage.append(box);
    its.gate._start();
    expect(its.placed).toEqual([one]);
    its.permit("stats");
    expect([one, theirs].map((element) => element.hasAttribute("src"))).toEqual([true, false]);
    box.removeAttribute("data-consent-ignore");
    await pause();
    expect(theirs.hasAttribute("src")).toBe(true);
  });

  it("that was taken away is asked no more when permissions change", async () => {
    const element = frame();
    its.gate._start();
    element.removeAttribute("data-consent");
    await pause();
    its.permit("stats");
    its.permit();
    expect([its.placed, element.hasAttribute("src")]).toEqual([[], false]);
  });

  it("is not read from a polluted prototype", () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    polluted["is"] = "held";
    polluted["placing"] = { ids: "stats", undo: () => {}, isAstray: () => false };
    try {
      const element = embed("iframe", { src: empty("open") });
      its.gate._start();
      expect(its.placed).toEqual([element]);
      expect(its.reports).toEqual(["src-not-withheld stats"]);
    } finally {
      delete polluted["is"];
      delete polluted["placing"];
    }
  });
});

describe("permissions", () => {
  it("that are taken away open nothing, and those that are given shut nothing: each has its time", () => {
    const [one, two] = [frame(), frame({ "data-consent": "maps" })];
    its.gate._start();
    its.permit("stats");
    its.allow("maps");
    its.embeds!._release();
    expect([one, two].map((element) => element.hasAttribute("src"))).toEqual([true, true]);
    its.allow();
    its.embeds!._withhold();
    its.allow("stats", "maps");
    its.embeds!._withhold();
    expect([one, two].map((element) => element.hasAttribute("src"))).toEqual([false, false]);
  });
});

describe("a shadow root that is observed later", () => {
  it("has its frames gated, scripts as well, until that ends", async () => {
    frame();
    its.gate._start();
    const root = document.createElement("div").attachShadow({ mode: "open" });
    its.stage.append(root.host);
    const inside = (): HTMLElement => {
      const element = document.createElement("iframe");
      for (const name of ["data-consent", "data-src"]) element.setAttribute(name, "stats");
      root.append(element);
      return element;
    };
    const first = inside();
    const stop = its.gate._observe(root);
    const second = inside();
    const script = document.createElement("script");
    script.setAttribute("type", "text/plain");
    script.setAttribute("data-consent", "stats");
    root.append(script);
    await pause();
    expect(its.placed).toEqual(expect.arrayContaining([first, second]));
    expect(its.gate._items()).toHaveLength(1);
    stop();
    const third = inside();
    script.after(script.cloneNode(true));
    await pause();
    expect(its.placed).not.toContain(third);
    expect(its.gate._items()).toHaveLength(1);
  });
});

it("a script that wants the opposite, over and over, leaves the page time to paint", async () => {
  const element = frame();
  its.gate._start();
  let rounds = 0;
  const rival = new MutationObserver(() => {
    if (element.getAttribute("loading") != "lazy") return;
    rounds++;
    element.removeAttribute("loading");
  });
  rival.observe(element, { attributes: true });
  const start = performance.now();
  element.removeAttribute("loading");
  await expect.poll(() => rounds).toBeGreaterThan(100);
  rival.disconnect();
  // A burst, and one more after each pause: a timer never comes early.
  expect(rounds).toBeLessThanOrEqual(100 * (2 + (performance.now() - start) / 99));
  // Seen again, after the last pause.
  await expect.poll(() => element.getAttribute("loading")).toBe("lazy");
});

describe("a placeholder", () => {
  /** One that stands in the page, by its host. */
  const host = (): HTMLElement => {
    const element = document.createElement("div");
    element.setAttribute("data-consentry-placeholder", "stats");
    element.attachShadow({ mode: "open" }).adoptedStyleSheets = [new CSSStyleSheet()];
    return element;
  };

  it("that was saved with the page goes: another one stands for what it stood for", async () => {
    const [element, dead] = [frame(), host()];
    dead.shadowRoot!.adoptedStyleSheets = [];
    element.before(dead);
    its.gate._start();
    await expect.poll(() => dead.isConnected).toBe(false);
    expect(its.placed).toEqual([element]);
  });

  it("goes along where something is put between it and what it stands for", async () => {
    const [element, stand] = [frame(), host()];
    element.before(stand);
    its.gate._start();
    // What the gate itself changed is seen by now.
    await pause();
    its.astray.add(element);
    stand.after("text");
    await pause();
    expect([its.placed, its.placings]).toEqual([[element], 2]);
  });

  it("is put up again where it is taken away, and others stay as they are", async () => {
    const [element, stand] = [frame(), host()];
    frame();
    element.before(stand);
    its.gate._start();
    await pause();
    its.astray.add(element);
    stand.remove();
    await pause();
    expect([its.placed.length, its.placings]).toEqual([2, 3]);
  });

  it("is not looked for at every change of the page, and stays where it has its shadow root", async () => {
    const [element, stand] = [frame(), host()];
    const other = document.createElement("p");
    its.stage.append(other);
    its.gate._start();
    await pause();
    its.astray.add(element);
    other.append("text", document.createElement("b"));
    other.after(stand);
    stand.setAttribute("loading", "lazy");
    other.remove();
    await pause();
    expect([its.placings, stand.isConnected]).toEqual([1, true]);
    its.stage.append("text", frame());
    await pause();
    expect(its.placed).toHaveLength(2);
  });
});

describe("what has loaded", () => {
  it("is made late once: its owner may say otherwise from then on", async () => {
    const element = frame();
    its.permit("stats");
    its.gate._start();
    await expect.poll(() => element.getAttribute("loading")).toBe("lazy");
    element.removeAttribute("loading");
    element.dispatchEvent(new Event("load"));
    expect(element.hasAttribute("loading")).toBe(false);
  });

  it("may be a text that would be no address", () => {
    const element = embed("iframe", { "data-srcdoc": "about:<b>b</b>" });
    its.permit("stats");
    its.gate._start();
    expect(element.getAttribute("srcdoc")).toBe("about:<b>b</b>");
  });
});
