import { describe, expect, it } from "vitest";
import {
  empty,
  external,
  file,
  held,
  inline,
  pause,
  useGatePage,
} from "../../test/util/gatePage.ts";

const its = useGatePage({ _nonce: "ours" });

it("an inline script at the very end of a parsed page runs at once where it is permitted", () => {
  its.permit("stats");
  its.stage.append(inline("last"));
  its.gate._start();
  expect(its.ran).toEqual(["last"]);
});

it("what comes from another frame's document waits and runs as any other", async () => {
  const frame = document.body.appendChild(document.createElement("iframe"));
  its.gate._start();
  const box = frame.contentDocument!.createElement("div");
  box.innerHTML = `${inline("script").outerHTML}<iframe data-consent="stats" src="${empty("adopted")}"></iframe>`;
  // It keeps the class of the window that it was made in.
  expect(box).not.toBeInstanceOf(Element);
  its.stage.append(document.adoptNode(box));
  frame.remove();
  const film = box.querySelector("iframe")!;
  await expect.poll(() => its.placed).toEqual([film]);
  expect(film.hasAttribute("src")).toBe(false);
  expect(its.ran).toEqual([]);
  its.permit("stats");
  expect(await its.whenRan(1)).toEqual(["script"]);
  expect(film.src).toBe(empty("adopted"));
});

it("asks of what is inserted with nothing inside only what it is itself", async () => {
  its.permit("stats");
  its.gate._start();
  const { querySelectorAll } = Element.prototype;
  const asked: Element[] = [];
  Element.prototype.querySelectorAll = function (this: Element, selector: string) {
    asked.push(this);
    return querySelectorAll.call(this, selector);
  } as typeof querySelectorAll;
  const box = document.createElement("p");
  box.append(inline("inside"));
  const empty = Array.from({ length: 1000 }, () => document.createElement("p"));
  its.stage.append(...empty, external("alone"), box);
  expect(await its.whenRan(2)).toEqual(["alone", "inside"]);
  Element.prototype.querySelectorAll = querySelectorAll;
  expect(asked.filter((element) => empty.includes(element as HTMLParagraphElement))).toEqual([]);
  expect(asked).toContain(box);
});

describe("a script with data-after", () => {
  it("that waits for itself, or in a ring, never runs and keeps nobody waiting", async () => {
    its.stage.append(
      inline("self", { id: "self", "data-after": "self" }),
      inline("a", { id: "a", "data-after": "b" }),
      external("b", { id: "b", "data-after": "a" }),
      external("other", { defer: "" }),
      inline("next"),
    );
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(2)).toEqual(["next", "other"]);
    expect(its.reports).toEqual([]);
  });

  it("takes one that is not gated for run, when the page is complete", async () => {
    const free = document.createElement("script");
    free.id = "free";
    its.stage.append(inline("second", { "data-after": "free" }));
    its.gate._start();
    its.permit("stats");
    await pause();
    expect(its.ran).toEqual([]);
    its.stage.append(free);
    expect(await its.whenRan(1)).toEqual(["second"]);
  });

  it("waits for a gated one until that has run, also under another consent", async () => {
    its.stage.append(
      inline("second", { "data-after": "lib" }),
      inline("lib", { id: "lib", "data-consent": "ads" }),
    );
    its.gate._start();
    its.permit("stats");
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("stats", "ads");
    expect(await its.whenRan(2)).toEqual(["lib", "second"]);
  });
});

describe("a script that the page takes out before its grant", () => {
  it("does not run, is told by nobody, and keeps nobody waiting", async () => {
    const [gone, text] = [external("gone"), inline("text", { id: "text" })];
    its.stage.append(gone, text, inline("next"), inline("after", { "data-after": "text" }));
    its.gate._start();
    gone.remove();
    text.remove();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["next"]);
    expect(its.gate._hasRun("stats")).toBe(true);
    expect(its.reports).toEqual([]);
  });

  it("runs once, in its new place, when it comes back", async () => {
    const gone = external("gone", { id: "gone" });
    its.stage.append(gone);
    its.gate._start();
    gone.remove();
    its.permit("stats");
    await pause();
    its.stage.append(gone);
    expect(await its.whenRan(1)).toEqual(["gone"]);
    expect(its.stage.lastElementChild).toBe(gone);
    its.stage.append(gone);
    await pause();
    expect(its.ran).toEqual(["gone"]);
  });

  it("waits like the others when it comes back after its consent has gone", async () => {
    const gone = inline("gone");
    its.stage.append(gone);
    its.gate._start();
    gone.remove();
    its.permit("stats");
    its.permit();
    its.stage.append(gone);
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["gone"]);
  });
});

describe("equal scripts", () => {
  it("run as often as they stand, also where each takes itself out", async () => {
    const code = 'ran.push("widget"); document.currentScript.remove()';
    its.stage.append(held({}, code), held({}, code), held({}, code));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(3)).toHaveLength(3);
  });

  it("that come with new content run, as a new element does", async () => {
    its.gate._start();
    its.permit("stats");
    its.stage.append(inline("route"));
    await its.whenRan(1);
    its.stage.replaceChildren(inline("route"), inline("route"));
    expect(await its.whenRan(3)).toHaveLength(3);
  });

  it.each([{ "data-run": "once" }, { "data-astro-exec": "" }])(
    "run once a page where they say so: %o",
    async (mark) => {
      const url = file("file");
      its.gate._start();
      its.permit("stats");
      its.stage.append(held({ src: url, ...mark }));
      expect(await its.whenRan(1)).toEqual(["file"]);
      its.stage.replaceChildren(held({ "data-src": url, ...mark }));
      await pause();
      expect(its.ran).toEqual(["file"]);
    },
  );
});

describe("what the gate leaves alone", () => {
  it("is a script that the browser has run already, and whatever is not marked", async () => {
    its.gate._start();
    its.permit("stats");
    const open = document.createElement("script");
    open.setAttribute("data-consent", "stats");
    open.textContent = 'ran.push("by the browser")';
    its.stage.append(open);
    const bare = held({}, 'ran.push("unmarked")');
    bare.removeAttribute("data-consent");
    its.stage.append(bare);
    await pause();
    expect(its.ran).toEqual(["by the browser"]);
    expect(open.isConnected && bare.isConnected).toBe(true);
    expect(its.gate._items()).toEqual([]);
  });
});

describe("events that have passed", () => {
  it('are told to a late script, unless it says data-late="off"', async () => {
    const listen = (name: string): string => `addEventListener("load", () => ran.push("${name}"))`;
    its.stage.append(held({}, listen("late")), held({ "data-late": "off" }, listen("off")));
    its.gate._start();
    its.permit("stats");
    expect(await its.whenRan(1)).toEqual(["late"]);
  });
});
