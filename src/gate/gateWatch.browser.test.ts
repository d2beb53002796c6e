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
    its.gate._start();
    its.permit("stats");
    await its.load(file("run"), "stats");
    void its.load(file("going"), "stats");
    void its.load(file("held"), "other");
    expect(document.head.childElementCount).toBe(before + 5);
    its.destroy();
    expect(document.head.childElementCount).toBe(before);
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
