// For scripts that come late: who runs, what lies there from before, and what comes late itself.
import { afterEach, describe, expect, it, vi } from "vitest";
import { file, held, inline, NOBODY, pause, useGatePage } from "../../test/util/gatePage.ts";
import { createLate } from "./createLate.ts";
import { DONE } from "./makeScript.ts";

const its = useGatePage();
const start = (...scripts: Element[]): void => {
  its.stage.append(...scripts);
  its.gate._start();
  its.permit("stats");
};
const texts = (): string[] => [...its.stage.querySelectorAll("p")].map((p) => p.textContent);

describe("a module", () => {
  const MODULE = { "data-type": "module" };

  it("without an address replaces no page: browsers let no module write", async () => {
    start(held(MODULE, 'document.write("<p>inline</p>"); ran.push("inline")'));
    expect(await its.whenRan(1)).toEqual(["inline"]);
    expect(its.stage.isConnected).toBe(true);
    expect(texts()).toEqual([]);
  });

  it("with an address is known by it, and two side by side are not taken for each other", async () => {
    const module = (name: string): Element =>
      held({ "data-src": `${location.origin}/test/util/write.js?write=<p>${name}</p>`, ...MODULE });
    const [one, two] = [module("one"), module("two")];
    start(one, two);
    await expect.poll(texts).toEqual(["one", "two"]);
    expect(one.previousElementSibling!.textContent).toBe("one");
    expect(two.previousElementSibling!.textContent).toBe("two");
  });
});

describe("the script that runs", () => {
  it("is the current one, right before the one that the page wrote", async () => {
    const own = "document.currentScript.nextElementSibling.id";
    start(held({ id: "own" }, `ran.push(${own}); document.currentScript.before("here")`));
    expect(await its.whenRan(1)).toEqual(["own"]);
    expect(its.stage.textContent.startsWith("here")).toBe(true);
  });

  it("takes away the copies of it that others brought back, and nothing else", async () => {
    const copy = (): HTMLScriptElement => held({ type: DONE });
    const [above, box, one] = [copy(), document.createElement("p"), inline("one")];
    above.removeAttribute("data-consent");
    const copies = [copy(), copy()];
    for (const script of copies) script.removeAttribute("data-consent");
    // The gate is not there yet, and finds only what is marked.
    createLate(window, document, 1e6)._begin(document.createElement("script"), one)();
    its.stage.append(above, box, ...copies, one);
    createLate(window, document, 1e6)._begin(document.createElement("script"), one)();
    expect([...its.stage.children]).toEqual([above, box, one]);
    const other = document.createElement("script");
    other.type = "text/other";
    box.after(other);
    createLate(window, document, 1e6)._begin(document.createElement("script"), one)();
    expect([...its.stage.children]).toEqual([above, box, other, one]);
    await pause();
  });
});

describe("who writes", () => {
  const isPatched = (): boolean => Object.hasOwn(document, "write");
  // Each test shows it: nothing of the patch stays.
  afterEach(() => vi.waitUntil(() => !isPatched(), { timeout: 10_000 }));
  const fresh = (more: Partial<HTMLScriptElement> = {}): HTMLScriptElement =>
    Object.assign(document.createElement("script"), more);
  /** What stands right before a held script. */
  const before = (script: Element): string => script.previousElementSibling!.textContent;
  /** Lets two scripts stand on the stage, and catches what the page itself writes. */
  const world = () => {
    const own: string[] = [];
    const page = Object.create(document, {
      write: { value: (text: string) => own.push(text) },
      currentScript: { get: () => document.currentScript },
      readyState: { value: "complete" },
    }) as Document;
    const [one, two] = [held({ id: "one" }), held({ id: "two" })];
    its.stage.append(one, two);
    return { own, one, two, late: createLate(window, page, 1e6) };
  };

  it("is the script that is the current one, while another acts", () => {
    const { one, two, late } = world();
    const scripts = [fresh({ text: 'document.write("<p>1</p>")' }), fresh()] as const;
    const ends = [late._begin(scripts[0], one), late._begin(scripts[1], two)];
    one.before(scripts[0]);
    expect(before(one)).toBe("1");
    for (const end of ends.reverse()) end();
  });

  it("is the script that began last and has not ended, whichever ends first; then the page", () => {
    const { own, one, two, late } = world();
    const begin = (): (() => void)[] => [one, two].map((script) => late._begin(fresh(), script));
    let ends = begin();
    document.write("<p>2</p>");
    ends[1]!();
    document.write("<p>1</p>");
    ends[0]!();
    document.write("page");
    expect([before(one), before(two), own]).toEqual(["1", "2", ["page"]]);
    ends = begin();
    ends[0]!();
    document.write("<p>still 2</p>");
    expect(before(two)).toBe("still 2");
    ends[1]!();
  });

  it.each([
    ["a file", { src: NOBODY }],
    ["an inline module", { type: "module" }],
  ])("is the page, while nothing but %s is on its way", (_, more) => {
    const { own, one, late } = world();
    const end = late._begin(fresh(more), one);
    document.write("page");
    expect(own).toEqual(["page"]);
    end();
  });

  it("is the page again after a listener of a script for an event that has passed", async () => {
    const { own, one, two, late } = world();
    const end = late._begin(fresh({ src: NOBODY }), two);
    const inner = late._begin(fresh(), one);
    let isCalled = false;
    window.addEventListener("load", () => {
      document.write("<p>late</p>");
      isCalled = true;
    });
    inner();
    await expect.poll(() => isCalled).toBe(true);
    document.write("page");
    expect([before(one), own]).toEqual(["late", ["page"]]);
    end();
  });
});

describe("a script of others", () => {
  const own = (src: string): HTMLScriptElement => {
    const script = document.createElement("script");
    if (src) script.src = src;
    return script;
  };

  it.each([
    ["load", file("lib")],
    ["error", `${NOBODY}?never-asked-before`],
  ])("has come at its %s, which is told once to who asked", async (end, src) => {
    const late = createLate(window, document, 1e6);
    const script = own(src);
    let told = 0;
    expect(late._hasCome(script, () => told++)).toBe(false);
    expect(told).toBe(0);
    its.stage.append(script);
    await expect.poll(() => told).toBe(1);
    expect(late._hasCome(script, () => told++)).toBe(true);
    script.dispatchEvent(new Event(end));
    expect(told).toBe(1);
  });

  it("has come where it has no address, or the page's own record of what it fetched knows it", async () => {
    // It keeps the first 250 files of a page.
    performance.clearResourceTimings();
    const late = createLate(window, document, 1e6);
    const never = (): void => expect.unreachable();
    expect(late._hasCome(own(""), never)).toBe(true);
    const script = own(file("lib"));
    its.stage.append(script);
    expect(await its.whenRan(1)).toEqual(["lib"]);
    expect(late._hasCome(script, never)).toBe(true);
  });

  it("of which the browser keeps no record has come after a while: told once to each who asked", async () => {
    const script = own(file("lib"));
    its.stage.append(script);
    expect(await its.whenRan(1)).toEqual(["lib"]);
    performance.clearResourceTimings();
    const late = createLate(window, document, 1);
    const told: string[] = [];
    const [one, two] = ["one", "two"].map((name) => () => void told.push(name));
    for (const then of [one!, two!, one!]) expect(late._hasCome(script, then)).toBe(false);
    await expect.poll(() => told).toEqual(["one", "two"]);
    expect(late._hasCome(script, one!)).toBe(true);
  });

  it("that is still on its way is waited for by data-after", async () => {
    start(inline("after", { "data-after": "lib" }));
    const script = own(file("lib"));
    script.id = "lib";
    its.stage.append(script);
    expect(await its.whenRan(2)).toEqual(["lib", "after"]);
  });
});
