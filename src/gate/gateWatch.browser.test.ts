// What the gate tells of the page, what it loads for services, and how it ends.
import { describe, expect, it } from "vitest";
import {
  external,
  file,
  held,
  inline,
  NOBODY,
  pause,
  useGatePage,
} from "../../test/util/gatePage.ts";

const its = useGatePage({ _nonce: "ours" });
const mark = (attributes: Record<string, string>): HTMLElement => {
  const element = document.createElement("div");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

describe("markup that others fill in", () => {
  it("is told where it stands and where it comes later, deep inside too", async () => {
    const toggle = mark({ "data-consent-toggle": "stats" });
    its.stage.append(toggle);
    its.gate._start();
    expect(its.markup).toEqual([toggle]);
    const declaration = mark({ "data-consent-declaration": "" });
    const receipt = mark({ "data-consent-receipt": "" });
    const box = document.createElement("div");
    box.append(document.createElement("p"), receipt);
    its.stage.append("text", declaration, box);
    await pause();
    expect(its.markup).toEqual([toggle, declaration, receipt]);
    expect(its.gate._items()).toEqual([]);
  });

  it("tells of every insertion, by one call for many", async () => {
    its.gate._start();
    await pause();
    const before = its.inserts;
    its.stage.append(mark({}), mark({}));
    await pause();
    expect(its.inserts).toBe(before + 1);
  });
});

describe("the marked elements", () => {
  it("are listed as long as they live, each once", () => {
    const [element, script] = [inline("one"), inline("two")];
    its.stage.append(element, script);
    its.gate._start();
    its.stage.append(element);
    for (let round = 0; round < 2; round++) {
      expect(its.gate._items().map((item) => item._element)).toEqual([element, script]);
    }
    expect(its.gate._items()[0]).toMatchObject({ _is: "held" });
  });

  it("in an observed root are found at once, and after the end no more", async () => {
    const root = mark({}).attachShadow({ mode: "open" });
    root.append(inline("in"));
    const stop = its.gate._observe(root);
    expect(its.gate._items()).toHaveLength(1);
    stop();
    root.append(inline("in"));
    await pause();
    expect(its.gate._items()).toHaveLength(1);
  });
});

describe("what stands before a script that ran", () => {
  it("goes where others copy it, and stays where it is ours, also when it is moved along", async () => {
    const box = document.createElement("div");
    its.permit("stats");
    box.append(inline("one"), "text");
    its.stage.append(box);
    its.gate._start();
    await expect.poll(() => its.ran).toEqual(["one"]);
    const ours = (root: ParentNode): number =>
      root.querySelectorAll('script[type="text/x-consentry"]').length;
    expect(ours(box)).toBe(1);
    const copy = box.cloneNode(true) as Element;
    its.permit();
    its.stage.append(copy);
    await pause();
    expect(ours(copy)).toBe(0);
    expect(copy.querySelectorAll("[data-consent]")).toHaveLength(1);
    its.stage.prepend(box);
    await pause();
    expect(ours(box)).toBe(1);
    expect(its.ran).toEqual(["one"]);
  });
});

describe("what others keep of a script that ran", () => {
  /** A copy whose scripts are made anew, as routers bring a snapshot back. */
  const snapshot = (): Element => {
    const copy = its.stage.cloneNode(true) as Element;
    for (const script of copy.querySelectorAll("script")) {
      const anew = document.createElement("script");
      for (const { name, value } of script.attributes) anew.setAttribute(name, value);
      anew.textContent = script.textContent;
      script.replaceWith(anew);
    }
    return copy;
  };

  it("brings nothing to life after a withdrawal, and once after the next grant", async () => {
    its.permit("stats");
    its.stage.append(
      inline("one"),
      external("two"),
      held({ "data-type": "module" }, "ran.push(3)"),
    );
    its.gate._start();
    await its.whenRan(3);
    const kept = snapshot();
    its.stage.replaceChildren();
    its.permit();
    its.stage.append(kept);
    await pause();
    expect(its.ran).toHaveLength(3);
    expect(kept.querySelectorAll(":not([data-consent])")).toHaveLength(0);
    its.permit("stats");
    expect(await its.whenRan(6)).toHaveLength(6);
  });

  it("is the owner's node where it was: it can be taken out, and the copy of ours goes along", async () => {
    const script = inline("one");
    const route = document.createElement("section");
    route.append(script);
    its.stage.append(route);
    its.gate._start();
    its.permit("stats");
    await its.whenRan(1);
    expect(script.parentNode).toBe(route);
    route.removeChild(script);
    await expect.poll(() => route.childNodes.length).toBe(0);
    expect(its.ran).toEqual(["one"]);
  });
});

describe("a morph", () => {
  it("may make the page's own of what stands before a script that ran: that stays, and runs as little as its own", async () => {
    const [one, two] = [inline("one"), inline("two")];
    its.permit("stats");
    its.stage.append(one, two);
    its.gate._start();
    await expect.poll(() => its.ran).toEqual(["one", "two"]);
    // The first copy becomes the new page's first script, the first script its second; the rest goes.
    const [copy] = its.stage.children as unknown as [HTMLScriptElement];
    const become = (element: Element, wanted: Element): void => {
      for (const { name, value } of wanted.attributes) element.setAttribute(name, value);
      element.textContent = wanted.textContent;
    };
    become(copy, inline("three"));
    become(one, inline("four"));
    its.stage.replaceChildren(copy, one);
    await pause();
    expect([...its.stage.querySelectorAll("[data-consent]")]).toEqual([copy, one]);
    expect(copy.type).toBe("text/plain");
    expect(its.ran).toEqual(["one", "two"]);
    // A new element runs.
    its.stage.append(inline("five"));
    await expect.poll(() => its.ran).toEqual(["one", "two", "five"]);
  });
});

describe("a script that a service loads", () => {
  it("runs when permitted, async, with its attributes and our nonce, and says when", async () => {
    its.gate._start();
    its.permit("stats");
    await its.load(file("lib"), "stats", { id: "lib", "data-x": "1" });
    expect(its.ran).toEqual(["lib"]);
    const script = document.head.querySelector<HTMLScriptElement>("#lib")!;
    expect(script).toMatchObject({ async: true, nonce: "ours", type: "text/x-consentry" });
    expect({ ...script.dataset }).toEqual({ x: "1" });
    await expect.poll(() => its.gate._hasRun("stats")).toBe(true);
    expect(its.gate._hasRun("other")).toBe(false);
  });

  it("waits for nobody, and its name cannot be changed by its attributes", async () => {
    its.gate._start();
    its.permit("stats");
    const attributes = { "data-consent": "necessary", "data-src": file("wrong") };
    await its.load(file("right"), "stats", attributes);
    expect(its.ran).toEqual(["right"]);
    expect(its.gate._hasRun("necessary")).toBe(false);
  });

  it("rejects when it fails, and is told", async () => {
    its.gate._start();
    its.permit("stats");
    await expect(its.load(NOBODY, "stats")).rejects.toBeInstanceOf(Event);
    await expect.poll(() => its.reports).toEqual([`script-failed ${NOBODY}`]);
  });

  it("waits for its grant, and goes on with the next one when consent went on the way", async () => {
    its.gate._start();
    const url = file("lib");
    let ready = 0;
    const loading = its.load(url, "stats").then(() => ready++);
    await pause();
    expect(its.ran).toEqual([]);
    its.permit("stats");
    its.permit();
    await pause();
    expect([its.ran, ready]).toEqual([[], 0]);
    its.permit("stats");
    await loading;
    expect(its.ran).toEqual(["lib"]);
  });
});

describe("destroy", () => {
  it("leaves no script of a service behind: held, on its way, or run", async () => {
    const before = document.head.childElementCount;
    its.stage.append(inline("own", { "data-consent": "other" }));
    its.gate._start();
    its.permit("stats");
    await its.load(file("run"), "stats");
    void its.load(file("going"), "stats");
    void its.load(file("held"), "other");
    expect(document.head.childElementCount).toBe(before + 5);
    const own = its.stage.childElementCount;
    its.destroy();
    expect(document.head.childElementCount).toBe(before);
    expect(its.stage.childElementCount).toBe(own);
    await pause();
    expect(its.ran).toEqual(["run"]);
  });

  it("takes away what had not run, and looks at the page no more", async () => {
    const going = external("going");
    its.stage.append(going);
    its.gate._start();
    its.permit("stats");
    expect(going.previousElementSibling).not.toBe(null);
    its.destroy();
    expect(going.previousElementSibling).toBe(null);
    const inserts = its.inserts;
    its.stage.append(held({}, 'ran.push("later")'));
    document.dispatchEvent(new Event("readystatechange"));
    await pause();
    expect(its.ran).toEqual([]);
    expect(its.inserts).toBe(inserts);
  });
});
