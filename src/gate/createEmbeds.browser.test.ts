import { describe, expect, it } from "vitest";
import { empty, held, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage();

const { embed } = its;
const frame = (name = "x"): HTMLIFrameElement =>
  embed("iframe", { "data-src": empty(name) }) as HTMLIFrameElement;

describe("a gated embed", () => {
  it("has its address under data- alone until it is permitted", async () => {
    const picture = embed("img", { "data-src": "/a.gif", "data-srcset": "/a.gif 1x, /b.gif 2x" });
    const style = embed("link", { rel: "stylesheet", "data-href": "/a.css" });
    const film = embed("video", { "data-consent-src": "/a.mp4", "data-poster": "/a.gif" });
    const thing = embed("object", { "data-data": empty() });
    its.gate._start();
    await pause();
    for (const element of [picture, style, film, thing]) {
      for (const name of ["src", "srcset", "href", "poster", "data"]) {
        expect(element.hasAttribute(name)).toBe(false);
      }
    }
    its.permit("stats");
    expect(picture.getAttribute("src")).toBe("/a.gif");
    expect(picture.getAttribute("srcset")).toBe("/a.gif 1x, /b.gif 2x");
    expect(style.getAttribute("href")).toBe("/a.css");
    expect(film.getAttribute("src")).toBe("/a.mp4");
    expect(film.getAttribute("poster")).toBe("/a.gif");
    expect(thing.getAttribute("data")).toBe(empty());
  });

  it("may be a picture of a form, and one of SVG", () => {
    const box = document.createElement("div");
    const waits = 'data-consent="stats" data-href="#a"';
    box.insertAdjacentHTML(
      "beforeend",
      `<input type="image" data-consent="stats" data-consent-src="/a.gif">
      <input data-consent="stats" data-consent-src="/a.gif"><svg><image ${waits} /><use ${waits} /><a ${waits} /></svg>`,
    );
    its.stage.append(box);
    its.gate._start();
    its.permit("stats");
    const opened = [...box.querySelectorAll("[data-consent]")].map((element) =>
      ["src", "href"].filter((name) => element.hasAttribute(name)).join(),
    );
    expect(opened).toEqual(["src", "", "href", "href", ""]);
    its.permit();
    expect(box.querySelectorAll("[src],[href]")).toHaveLength(0);
  });

  it("keeps the parameters of its address as they are written", () => {
    const address = `${empty()}a=1&b=%20&c=ä#t=10`;
    const element = embed("iframe", { "data-src": address });
    its.gate._start();
    its.permit("stats");
    expect(element.getAttribute("src")).toBe(address);
  });

  it("loads, is withheld again with its consent, and loads again", async () => {
    const element = frame("film");
    const parent = element.parentNode;
    const title = (): string => element.contentDocument?.title ?? "";
    its.gate._start();
    for (let round = 0; round < 3; round++) {
      its.permit("stats");
      await expect.poll(title).toBe("Empty");
      its.permit();
      await expect.poll(title).toBe("");
      expect(element.hasAttribute("src")).toBe(false);
      expect(element.hasAttribute("data-src")).toBe(true);
      expect(element.parentNode).toBe(parent);
    }
    expect(its.reports).toEqual([]);
  });

  it("needs every id that it names", () => {
    const element = embed("iframe", { "data-consent": "stats maps", "data-src": empty() });
    its.gate._start();
    its.permit("stats");
    expect(element.hasAttribute("src")).toBe(false);
    its.permit("stats", "maps");
    expect(element.getAttribute("src")).toBe(empty());
  });

  it("with its address in the open is withheld, and reported once", async () => {
    const element = embed("iframe", { src: empty("open") });
    its.gate._start();
    await pause();
    expect(element.hasAttribute("src")).toBe(false);
    expect(element.getAttribute("data-src")).toBe(empty("open"));
    expect(its.reports).toEqual(["src-not-withheld stats"]);
    its.permit("stats");
    expect(element.getAttribute("src")).toBe(empty("open"));
    its.permit();
    expect(its.reports).toHaveLength(1);
  });

  it("of SVG may have its address under its old name: withheld too, reported, and released under the new one", async () => {
    its.stage.innerHTML = `<svg><image data-consent="stats" xlink:href="${empty("old")}"/></svg>`;
    const image = its.stage.querySelector("image")!;
    its.gate._start();
    expect(image.hasAttribute("xlink:href")).toBe(false);
    expect(its.reports).toEqual(["src-not-withheld stats"]);
    its.permit("stats");
    expect(image.getAttribute("href")).toBe(empty("old"));
  });

  it.each(["about:blank", ""])(
    "may begin with the empty address “%s”, also by script",
    async (nothing) => {
      const element = embed("iframe", { src: nothing, "data-src": empty() });
      its.gate._start();
      element.setAttribute("src", nothing);
      await pause();
      expect(its.reports).toEqual([]);
      its.permit("stats");
      expect(element.getAttribute("src")).toBe(empty());
    },
  );

  it("that is a film has its mark on each source too, or that is reported", () => {
    const film = embed("video");
    film.innerHTML = `<source data-src="${empty()}"><track src="/own.vtt">`;
    const marked = embed("audio");
    marked.innerHTML = `<source data-consent="stats" data-src="${empty()}">`;
    its.gate._start();
    expect(its.reports).toEqual(["consent-without-effect <source> in <video> stats"]);
  });

  it("with a text in the open is withheld too; a text that waits is put into a sandbox", () => {
    const open = embed("iframe", { srcdoc: "<p>open</p>" });
    const own = embed("iframe", { "data-srcdoc": "<p>own</p>", sandbox: "allow-scripts" });
    its.gate._start();
    expect(open.hasAttribute("srcdoc")).toBe(false);
    its.permit("stats");
    expect(open.getAttribute("srcdoc")).toBe("<p>open</p>");
    // No script runs in it, and its links open elsewhere.
    const links = "allow-popups allow-popups-to-escape-sandbox";
    expect(open.getAttribute("sandbox")).toBe(links);
    expect(own.getAttribute("sandbox")).toBe("allow-scripts");
  });

  it.each([
    "javascript:parent.ran.push(1)",
    "data:text/html,x",
    "blob:x",
    "file:///x",
    "vbscript:x",
  ])("never has the address %s put in place", (address) => {
    const element = embed("iframe", { "data-src": address });
    its.permit("stats");
    its.gate._start();
    expect(element.hasAttribute("src")).toBe(false);
    expect(its.ran).toEqual([]);
  });

  it.each(["a", "area", "base", "form", "button", "x-embed", "div"])("is never <%s>", (tag) => {
    const names = ["src", "href", "srcset", "data", "poster", "action", "formaction"];
    const element = embed(tag, Object.fromEntries(names.map((name) => [`data-${name}`, "/x"])));
    its.permit("stats");
    its.gate._start();
    for (const name of names) expect(element.hasAttribute(name)).toBe(false);
    its.permit();
    expect(its.placed).toEqual([]);
  });

  it("inserted later waits like the others", async () => {
    its.gate._start();
    const address = empty("late");
    const markup = `<p><iframe data-consent="stats" data-src="${address}"></iframe></p>`;
    its.stage.insertAdjacentHTML("beforeend", markup);
    await pause();
    const element = its.stage.querySelector("iframe")!;
    expect(element.hasAttribute("src")).toBe(false);
    expect(its.placed).toEqual([element]);
    its.permit("stats");
    expect(element.getAttribute("src")).toBe(address);
  });

  it("is not loaded anew where nothing was taken away", () => {
    frame();
    const observer = new MutationObserver(() => {});
    observer.observe(its.stage, { childList: true, subtree: true });
    its.gate._start();
    expect(observer.takeRecords()).toEqual([]);
    expect(its.reports).toEqual([]);
  });

  it("ends: a frame by a new document, a film by looking again", () => {
    const film = embed("video", { "data-src": "/film.mp4" }) as HTMLVideoElement;
    const element = frame();
    let loads = 0;
    film.load = () => void loads++;
    its.gate._start();
    its.permit("stats");
    expect(loads).toBe(1);
    const view = element.contentWindow;
    its.permit();
    expect(loads).toBe(2);
    expect(element.contentWindow == view).toBe(false);
  });

  it("keeps a picture of the site's own that stands in for it, and no other", () => {
    const own = embed("img", { src: "/own.gif", "data-src": "https://other.invalid/a.gif" });
    const same = embed("img", { src: "/a.gif", "data-src": "/a.gif" });
    its.gate._start();
    expect(own.getAttribute("src")).toBe("/own.gif");
    expect(same.hasAttribute("src")).toBe(false);
  });

  it("stays as it is below data-consent-ignore, in a noscript, and in a shadow root there", () => {
    its.permit("stats");
    const box = document.createElement("div");
    box.setAttribute("data-consent-ignore", "");
    const root = box.attachShadow({ mode: "open" });
    its.stage.append(box);
    const elements = [frame(), frame()];
    root.append(elements[0]!);
    box.append(elements[1]!);
    its.gate._start();
    its.gate._observe(root);
    for (const element of elements) expect(element.hasAttribute("src")).toBe(false);
    expect(its.placed).toEqual([]);
  });
});

describe("an embed in an observed root", () => {
  it.each(["before", "after"])(
    "is withheld there, and no longer at the end of that: observed %s the first embed",
    async (when) => {
      const root = its.stage
        .appendChild(document.createElement("p"))
        .attachShadow({ mode: "open" });
      if (when == "after") frame();
      its.gate._start();
      const stop = its.gate._observe(root);
      if (when == "before") frame();
      await pause();
      const open = (): HTMLIFrameElement => {
        const element = document.createElement("iframe");
        element.dataset["consent"] = "stats";
        element.src = empty("open");
        root.append(element);
        return element;
      };
      const watched = open();
      await pause();
      expect(watched.hasAttribute("src")).toBe(false);
      stop();
      await pause();
      const own = open();
      await pause();
      expect(own.hasAttribute("src")).toBe(true);
      expect(its.gate._roots.has(root)).toBe(false);
    },
  );
});

describe("what others do to an embed", () => {
  it("another id while it is blocked asks for that, and opens with that alone", async () => {
    const element = frame();
    its.gate._start();
    expect(its.placedFor).toEqual(["stats"]);
    // What the gate itself changed is seen by now.
    await pause();
    element.setAttribute("data-consent", "maps");
    await pause();
    expect(its.placedFor).toEqual(["maps"]);
    its.permit("stats");
    expect(element.hasAttribute("src")).toBe(false);
    its.permit("maps");
    expect(element.hasAttribute("src")).toBe(true);
  });

  it("another id while it is open shuts it where that is refused", async () => {
    const element = frame();
    its.gate._start();
    its.permit("stats");
    element.setAttribute("data-consent", "maps");
    await pause();
    expect(element.hasAttribute("src")).toBe(false);
    expect(its.placedFor).toEqual(["maps"]);
    expect(its.reports).toEqual([]);
  });

  it.each(["data-src", "data-consent-src"])(
    "another %s while it is open is followed",
    async (name) => {
      const element = embed("iframe", { [name]: empty("1") });
      its.permit("stats");
      its.gate._start();
      // It has loaded: the gate changes nothing of its own any more.
      await expect.poll(() => element.getAttribute("loading")).toBe("lazy");
      await pause();
      element.setAttribute(name, empty("2"));
      await pause();
      expect(element.getAttribute("src")).toBe(empty("2"));
    },
  );

  it("an address that another script gives is taken away in the same turn, and reported once", async () => {
    const element = embed("img", { "data-src": "/a.gif", class: "lazyload" });
    its.gate._start();
    for (let round = 0; round < 3; round++) {
      element.setAttribute("src", "/a.gif");
      await Promise.resolve();
      expect(element.hasAttribute("src")).toBe(false);
    }
    expect(new Set(its.reports)).toEqual(new Set(["src-set-by-script stats (by lazysizes)"]));
  });

  it("a script that gives it over and over does not hold up the page", async () => {
    const element = frame();
    its.gate._start();
    const rival = new MutationObserver(() => {
      if (!element.hasAttribute("src")) element.setAttribute("src", empty());
    });
    rival.observe(element, { attributes: true });
    element.setAttribute("src", empty());
    await pause();
    rival.disconnect();
    await expect.poll(() => element.hasAttribute("src")).toBe(false);
  });

  it("a morph that takes the address away has it back", async () => {
    const element = frame();
    its.permit("stats");
    its.gate._start();
    element.removeAttribute("src");
    await Promise.resolve();
    expect(element.getAttribute("src")).toBe(element.dataset["src"]);
  });

  it("fetches late while it is shut, and as its owner wrote once it may load", async () => {
    const [plain, eager] = [frame(), embed("iframe", { "data-src": empty(), loading: "lazy" })];
    its.gate._start();
    expect(plain.getAttribute("loading")).toBe("lazy");
    its.permit("stats");
    // Firefox would fetch what is on the screen again if it were told only afterwards.
    expect(plain.hasAttribute("loading")).toBe("mozInnerScreenX" in window);
    expect(eager.getAttribute("loading")).toBe("lazy");
    // Once it has loaded, a copy of it must not fetch before the gate has looked.
    await expect.poll(() => plain.getAttribute("loading")).toBe("lazy");
  });

  it("a copy of one that was open is shut before it fetches", async () => {
    const element = frame();
    its.permit("stats");
    its.gate._start();
    await expect.poll(() => element.getAttribute("loading")).toBe("lazy");
    const copy = element.cloneNode(true) as HTMLElement;
    its.permit();
    its.stage.append(copy);
    await pause();
    expect(copy.hasAttribute("src")).toBe(false);
    expect(its.reports).toEqual([]);
  });

  it("its waiting is put back where it is taken away, and a box may ask for a placeholder later", async () => {
    const element = frame();
    const box = embed("div");
    its.gate._start();
    await pause();
    element.removeAttribute("loading");
    box.setAttribute("data-placeholder", "");
    await Promise.resolve();
    expect(element.getAttribute("loading")).toBe("lazy");
    expect(its.placed).toEqual([element, box]);
  });

  it("a mark that is taken away takes its placeholder along", async () => {
    const element = frame();
    its.gate._start();
    expect(its.placed).toEqual([element]);
    element.removeAttribute("data-consent");
    await pause();
    expect(its.placed).toEqual([]);
    expect(element.hasAttribute("src")).toBe(false);
  });
});

describe("a placeholder", () => {
  it.each(["iframe", "video", "audio", "object", "embed"])("stands in for %s", (tag) => {
    const element = embed(tag, { "data-src": "/x" });
    its.gate._start();
    expect(its.placed).toEqual([element]);
  });

  it("stands in once, however often permissions change elsewhere, and goes with the consent", () => {
    const element = frame();
    its.gate._start();
    expect(its.placed).toEqual([element]);
    its.permit("other");
    its.permit();
    expect(its.placings).toBe(1);
    its.permit("stats");
    expect(its.placed).toEqual([]);
    its.permit();
    expect(its.placed).toHaveLength(1);
    expect(its.placings).toBe(2);
  });

  it("stands in for what a visitor would miss, and for nothing else", () => {
    embed("img", { "data-src": "/a.gif" });
    embed("link", { "data-href": "/a.css" });
    const marked = embed("div", { "data-placeholder": "" });
    const audio = embed("audio", { "data-src": "/a.mp3" });
    its.gate._start();
    expect(its.placed).toEqual([marked, audio]);
  });

  it("loads all that needs the same this time, scripts too, and leaves the rest", async () => {
    const [one, other] = [
      frame("one"),
      embed("iframe", { "data-consent": "maps", "data-src": "/x" }),
    ];
    its.stage.append(held({}, 'ran.push("widget")'));
    its.gate._start();
    its.loadOnce(one);
    expect(one.hasAttribute("src")).toBe(true);
    expect(await its.whenRan(1)).toEqual(["widget"]);
    expect(other.hasAttribute("src")).toBe(false);
    expect(its.placed).toEqual([other]);
  });

  it("goes with an embed that is removed, and is put up again where one comes back or moves", async () => {
    const element = frame();
    its.gate._start();
    element.remove();
    await pause();
    expect(its.placed).toEqual([]);
    its.stage.append(element);
    await pause();
    expect(its.placed).toEqual([element]);
    its.astray.add(element);
    const box = document.createElement("div");
    its.stage.append(box);
    box.append(element);
    await pause();
    expect(its.placed).toEqual([element]);
    expect(its.placings).toBe(3);
  });

  it("that came by copying is taken away", async () => {
    its.gate._start();
    frame();
    await pause();
    const copy = document.createElement("div");
    copy.setAttribute("data-consentry-placeholder", "stats");
    its.stage.append(copy);
    await pause();
    expect(copy.isConnected).toBe(false);
  });

  it("is taken away when all is destroyed", () => {
    frame();
    its.gate._start();
    expect(its.placed).toHaveLength(1);
    its.embeds!._destroy();
    expect(its.placed).toEqual([]);
  });
});
