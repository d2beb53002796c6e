import { describe, expect, it } from "vitest";
import { external, file, held, inline, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage();
const embed = (tag: string, attributes: Record<string, string> = {}): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ "data-consent": "stats", ...attributes })) {
    element.setAttribute(name, value);
  }
  its.stage.append(element);
  return element;
};
/** How often something was put into the stage since. */
const watch = (): (() => number) => {
  const observer = new MutationObserver(() => {});
  observer.observe(its.stage, { childList: true, subtree: true });
  return () => observer.takeRecords().length;
};

describe("an embed that is not permitted", () => {
  it.each(["iframe", "video", "audio", "object", "embed"])("%s has a placeholder", (tag) => {
    const element = embed(tag, { "data-src": "about:blank" });
    its.gate.start();
    expect(its.placed).toEqual([element]);
  });

  it.each(["src", "srcset", "href"])(
    "with its %s in the open is withheld, whatever it is",
    (name) => {
      const element = embed("x-embed", { [name]: "about:blank" });
      its.gate.start();
      expect(element.hasAttribute(name)).toBe(false);
      expect(element.getAttribute(`data-${name}`)).toBe("about:blank");
      expect(its.reports).toEqual(["src-not-withheld stats"]);
      expect(its.placed).toEqual([]);
    },
  );

  it("is not loaded anew where nothing was taken away", () => {
    embed("iframe", { "data-src": "about:blank" });
    const changes = watch();
    its.gate.start();
    expect(changes()).toBe(0);
    expect(its.reports).toEqual([]);
  });

  it("keeps its own data- address where both are written", () => {
    const element = embed("iframe", { src: "about:blank#open", "data-src": "about:blank#own" });
    its.gate.start();
    expect(element.getAttribute("data-src")).toBe("about:blank#own");
    expect(element.hasAttribute("src")).toBe(false);
    expect(its.reports).toEqual([]);
  });

  it("ends: a frame by a new document, a film by looking again", () => {
    const film = embed("video", { "data-src": "data:video/mp4," }) as HTMLVideoElement;
    const frame = embed("iframe", { "data-src": "about:blank" }) as HTMLIFrameElement;
    let loads = 0;
    film.load = () => void loads++;
    its.gate.start();
    its.permit("stats");
    expect(loads).toBe(1);
    const view = frame.contentWindow;
    its.permit();
    expect(loads).toBe(2);
    expect(frame.contentWindow == view).toBe(false);
  });

  it("is not told for an address that the page put in the open while it was permitted", () => {
    const element = embed("iframe", { "data-src": "about:blank" });
    its.gate.start();
    its.permit("stats");
    element.removeAttribute("data-src");
    its.permit();
    expect(element.getAttribute("data-src")).toBe("about:blank");
    expect(its.reports).toEqual([]);
  });

  it("is left alone by a warden that comes after the permission", () => {
    const element = embed("iframe", { "data-src": "about:blank" });
    its.gate.start();
    its.permit("stats");
    its.warden.shut(its.gate.items()[0]!);
    expect(element.getAttribute("src")).toBe("about:blank");
    expect(its.placed).toEqual([]);
  });

  it("comes back into the page shut, and opens there with its consent", async () => {
    const element = embed("iframe", { "data-src": "about:blank" });
    its.gate.start();
    element.remove();
    its.stage.append(element);
    await pause();
    expect(its.placed).toEqual([element]);
    its.permit("stats");
    expect(element.getAttribute("src")).toBe("about:blank");
    expect(its.placed).toEqual([]);
  });
});

describe("a script that is not permitted", () => {
  it("keeps its address under src, and has no placeholder", async () => {
    const script = held({ src: file("file"), "data-placeholder": "" });
    its.stage.append(script);
    its.gate.start();
    its.permit();
    expect(script.hasAttribute("src")).toBe(true);
    expect([its.placed, its.reports, its.shuts]).toEqual([[], [], []]);
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["file"]);
  });

  it('with data-run="each" runs again only where its last copy still stands', async () => {
    const [stays, goes] = ["stays", "goes"].map((id) => inline(id, { id, "data-run": "each" }));
    its.stage.append(stays!, goes!);
    its.gate.start();
    its.permit("stats");
    expect(await its.whenRan(2)).toEqual(["stays", "goes"]);
    its.stage.querySelector("#goes")!.remove();
    its.permit();
    its.permit("stats");
    expect((await its.whenRan(3)).slice(2)).toEqual(["stays"]);
    expect(its.stage.children).toHaveLength(1);
  });

  it('with data-run="each" is not put back while it is on its way', async () => {
    its.stage.append(external("file", { "data-run": "each" }));
    its.gate.start();
    its.permit("stats");
    its.permit();
    its.permit("stats");
    its.permit("stats", "other");
    expect(await its.whenRan(1)).toEqual(["file"]);
  });
});
