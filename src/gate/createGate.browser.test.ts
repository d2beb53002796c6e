import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { safeDocument } from "../lib/safeDocument.ts";
import { createGate, type Gate } from "./createGate.ts";
import { createLateEvents } from "./lateEvents.ts";
import { createWarden, type Warden } from "./createWarden.ts";

const page = window as typeof window & { ran: string[] };
let allowed: Set<string>;
let reports: string[];
let gate: Gate;
let warden: Warden;
let stage: HTMLElement;

const permits = (ids: string): boolean => ids.split(/\s+/).every((id) => allowed.has(id));
const report = (code: string, at = ""): void => void reports.push(`${code} ${at}`);
/** Permits these ids from now on, and nothing else. */
const permit = (...ids: string[]): void => {
  allowed = new Set(ids);
  warden.withhold(false);
  warden.release();
};

/** An external script that says its name. */
const file = (name: string): string =>
  URL.createObjectURL(new Blob([`ran.push(${JSON.stringify(name)})`], { type: "text/javascript" }));
/** A held script; `code` is its text, or a name under which an external one reports. */
function script(attributes: Record<string, string>, text = ""): HTMLScriptElement {
  const element = document.createElement("script");
  element.type = "text/plain";
  for (const [name, value] of Object.entries({ "data-consent": "stats", ...attributes })) {
    element.setAttribute(name, value);
  }
  element.textContent = text;
  return element;
}
const inline = (name: string, attributes: Record<string, string> = {}): HTMLScriptElement =>
  script(attributes, `ran.push(${JSON.stringify(name)})`);
const external = (name: string, attributes: Record<string, string> = {}): HTMLScriptElement =>
  script({ "data-src": file(name), ...attributes });
const frames = (count = 3): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, count * 20));
/** What ran, once nothing more comes. */
const ran = async (count: number): Promise<string[]> => {
  await expect.poll(() => page.ran.length).toBeGreaterThanOrEqual(count);
  await frames();
  return page.ran;
};

beforeEach(() => {
  page.ran = [];
  reports = [];
  allowed = new Set();
  stage = document.createElement("div");
  document.body.append(stage);
  gate = createGate({
    window,
    document: safeDocument(document),
    permits,
    nonce: "fallback",
    report,
    onShut: (item) => warden.shut(item),
    onMarkup: () => {},
    onInsert: () => {},
    patience: 5000,
  });
  gate.late = createLateEvents(window, () => document.readyState);
  warden = createWarden({ gate, permits, place: () => () => {}, report });
});
afterEach(() => {
  gate.destroy();
  warden.destroy();
  stage.remove();
});

describe("a gated script", () => {
  it("is not touched before the gate starts, nor run before it is permitted", async () => {
    stage.append(inline("in"), external("out"));
    allowed.add("stats");
    await frames();
    expect(page.ran).toEqual([]);
    allowed.clear();
    gate.start();
    await frames();
    expect(page.ran).toEqual([]);
    permit("stats");
    expect(await ran(2)).toEqual(["in", "out"]);
  });

  it("keeps document order, external and inline mixed", async () => {
    stage.append(
      external("1"),
      inline("2"),
      inline("3"),
      external("4"),
      external("5"),
      inline("6"),
    );
    gate.start();
    permit("stats");
    expect(await ran(6)).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("waits for no file when it is inline and first, and defers what says so", async () => {
    stage.append(
      external("deferred", { defer: "" }),
      script({ "data-type": "module" }, 'ran.push("module")'),
      external("blocking"),
      inline("inline"),
    );
    gate.start();
    permit("stats");
    const order = await ran(4);
    expect(order.slice(0, 2)).toEqual(["blocking", "inline"]);
    expect([...order].sort()).toEqual(["blocking", "deferred", "inline", "module"]);
  });

  it("waits for the script that data-after names, also where that comes later", async () => {
    stage.append(inline("second", { "data-after": "lib" }), external("lib", { id: "lib" }));
    gate.start();
    permit("stats");
    expect(await ran(2)).toEqual(["lib", "second"]);
    stage.append(inline("third", { "data-after": "nothing" }));
    await frames();
    expect(page.ran).not.toContain("third");
  });

  it("calls a load listener of the held element once, and its onload attribute once", async () => {
    const held = external("file", { onload: 'ran.push("attribute")' });
    let heard = 0;
    held.addEventListener("load", () => heard++);
    stage.append(held);
    gate.start();
    permit("stats");
    expect(await ran(2)).toEqual(["file", "attribute"]);
    expect(heard).toBe(1);
  });

  it("tells of an error and goes on", async () => {
    const held = script({ "data-src": "blob:nothing" });
    let heard = 0;
    held.addEventListener("error", () => heard++);
    stage.append(held, inline("next"));
    gate.start();
    permit("stats");
    expect(await ran(1)).toEqual(["next"]);
    expect(heard).toBe(1);
    expect(reports).toEqual(["script-failed blob:nothing"]);
  });

  it("keeps place, id, data, integrity and crossorigin, and carries its nonce or ours", async () => {
    const first = document.createElement("i");
    const last = document.createElement("b");
    const held = external("file", {
      id: "tag",
      "data-x": "1",
      crossorigin: "anonymous",
      integrity: "",
      class: "vendor",
    });
    held.nonce = "own";
    stage.append(first, held, last, inline("plain", { id: "plain" }));
    gate.start();
    permit("stats");
    await ran(2);
    const fresh = document.querySelector<HTMLScriptElement>("#tag")!;
    expect(fresh.previousSibling).toBe(first);
    expect(fresh.nextSibling).toBe(last);
    expect(fresh).toMatchObject({ nonce: "own", crossOrigin: "anonymous", className: "vendor" });
    expect(fresh.dataset["x"]).toBe("1");
    expect(fresh.hasAttribute("integrity")).toBe(true);
    expect(document.querySelector<HTMLScriptElement>("#plain")!.nonce).toBe("fallback");
  });

  it("runs once, however often consent is given and wherever it is moved", async () => {
    stage.append(inline("in", { id: "in" }), external("out", { id: "out" }));
    gate.start();
    for (let round = 0; round < 3; round++) {
      permit("stats");
      await ran(2);
      permit();
    }
    permit("stats");
    stage.append(document.querySelector("#in")!, document.querySelector("#out")!);
    await frames();
    expect(page.ran).toEqual(["in", "out"]);
  });

  it('runs at each grant with data-run="each"', async () => {
    stage.append(inline("each", { "data-run": "each" }), inline("once"));
    gate.start();
    for (let round = 1; round <= 3; round++) {
      permit("stats");
      await expect.poll(() => page.ran.filter((name) => name == "each").length).toBe(round);
      permit();
    }
    permit("stats", "other");
    permit("stats");
    await frames();
    expect(page.ran.filter((name) => name == "each")).toHaveLength(4);
    expect(page.ran.filter((name) => name == "once")).toHaveLength(1);
  });

  it("is treated alike however it is inserted later", async () => {
    gate.start();
    const html = (name: string): string =>
      `<p><script type="text/plain" data-consent="stats">ran.push("${name}")</script></p>`;
    const box = document.createElement("div");
    stage.append(box);
    box.innerHTML = html("innerHTML");
    stage.insertAdjacentHTML("beforeend", html("adjacent"));
    stage.append(document.createRange().createContextualFragment(html("fragment")));
    stage.append(inline("append"));
    await frames();
    expect(page.ran).toEqual([]);
    permit("stats");
    expect((await ran(4)).toSorted()).toEqual(["adjacent", "append", "fragment", "innerHTML"]);
    box.innerHTML = html("after");
    expect(await ran(5)).toContain("after");
  });

  it("does not run twice when a body swap brings it back", async () => {
    const swap = (): void => {
      const box = document.createElement("div");
      box.append(inline("in"), script({ "data-src": "blob:none", id: "gone" }));
      stage.replaceChildren(box);
    };
    gate.start();
    swap();
    permit("stats");
    await ran(1);
    swap();
    await frames();
    expect(page.ran).toEqual(["in"]);
  });

  it("is stopped by a withdrawal while it waits for its turn", async () => {
    stage.append(external("file"), inline("behind"), external("async", { async: "" }));
    gate.start();
    permit("stats");
    permit();
    await frames(6);
    expect(page.ran).toEqual([]);
    permit("stats");
    expect((await ran(3)).toSorted()).toEqual(["async", "behind", "file"]);
  });

  it("is gated in a shadow root that is observed, until that ends", async () => {
    gate.start();
    const root = stage.attachShadow({ mode: "open" });
    const stop = gate.observe(root);
    root.append(inline("shadow"));
    permit("stats");
    expect(await ran(1)).toEqual(["shadow"]);
    stop();
    root.append(inline("unobserved"));
    await frames();
    expect(page.ran).toEqual(["shadow"]);
  });

  it("keeps its order among a thousand", async () => {
    for (let i = 0; i < 1000; i++) stage.append(inline(`${i}`));
    gate.start();
    permit("stats");
    expect(await ran(1000)).toEqual(Array.from({ length: 1000 }, (_, i) => `${i}`));
  });
});
