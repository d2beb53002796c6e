// The queue with scripts that come when the test says so, and with a clock that it turns.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PATIENCE, useQueue } from "../../test/util/queueByHand.ts";

const its = useQueue();
const { add, external, fresh, load, fail } = its;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the order", () => {
  it("files are fetched side by side, in the browser's own order; an inline script waits for them", () => {
    for (const name of ["a", "b"]) external(name);
    add("inline");
    external("c");
    expect(its.made).toEqual([]);
    its.queue._pump();
    expect(its.made).toEqual(["a", "b"]);
    expect([fresh("a").async, fresh("b").async]).toEqual([false, false]);
    load("b");
    expect(its.made).toEqual(["a", "b"]);
    load("a");
    expect(its.made).toEqual(["a", "b", "inline", "c"]);
    expect(its.done).toEqual(["b", "a", "inline"]);
  });

  it("an async script waits for nobody, and nobody waits for it", () => {
    external("a");
    external("async", { async: "" });
    add("inline");
    add("module", { "data-type": "module", async: "" });
    its.queue._pump();
    expect(its.made).toEqual(["a", "async", "module"]);
    expect(fresh("async").async).toBe(true);
    load("a");
    expect(its.made).toEqual(["a", "async", "module", "inline"]);
  });

  it("deferred ones and modules follow in their order, once no blocking one is left", () => {
    external("defer", { defer: "" });
    add("module", { "data-type": "module" });
    external("a");
    add("inline", { defer: "" });
    its.queue._pump();
    expect(its.made).toEqual(["a"]);
    load("a");
    expect(its.made).toEqual(["a", "inline", "defer"]);
    expect(fresh("defer").async).toBe(false);
    load("defer");
    expect(its.made).toEqual(["a", "inline", "defer", "module"]);
  });

  it("one that the browser leaves alone keeps nobody waiting: a nomodule, a type of another library's", () => {
    external("old", { nomodule: "" });
    external("jsx", { "data-type": "text/babel" });
    external("a");
    add("inline");
    its.queue._pump();
    load("a");
    expect(its.made).toEqual(["old", "jsx", "a", "inline"]);
    expect(its.done).toEqual(its.made);
  });

  it("deferred ones wait for the parsed page, the others do not", () => {
    its.readyState = "loading";
    external("defer", { defer: "" });
    external("async", { async: "" });
    add("inline");
    its.queue._pump();
    expect(its.made).toEqual(["async", "inline"]);
    its.readyState = "interactive";
    its.queue._pump();
    expect(its.made).toEqual(["async", "inline", "defer"]);
  });

  it("one that waits for another by data-after keeps nobody waiting, and then waits for nobody", () => {
    const ran = new Set<string>();
    its.make({ hasRun: (id) => ran.has(id) });
    external("after", { "data-after": "lib" });
    external("defer", { defer: "" });
    external("a");
    its.queue._pump();
    expect(its.made).toEqual(["a"]);
    ran.add("lib");
    its.queue._pump();
    expect(its.made).toEqual(["a", "after"]);
    expect(fresh("after").async).toBe(true);
    load("a");
    expect(its.made).toEqual(["a", "after", "defer"]);
  });

  it("one that a running script adds comes behind, and none is started twice", () => {
    its.make({
      make() {
        if (its.items.has("added")) return document.createElement("script");
        add("added");
        its.queue._pump();
        expect(its.made).toEqual([]);
        return document.createElement("script");
      },
    });
    add("a");
    add("b");
    its.queue._pump();
    expect(its.made).toEqual(["a", "b", "added"]);
  });
});

describe("a script that fails", () => {
  it("is told by its address and keeps nobody waiting", () => {
    external("a");
    add("inline");
    its.queue._pump();
    fail("a");
    expect(its.reports).toEqual(["script-failed /a.js"]);
    expect(its.done).toEqual(["a", "inline"]);
  });

  it("is told by the first words of its text where a sink refuses it, and stays shut", () => {
    its.make({
      make(item) {
        if (item == its.items.get("inline")) throw new TypeError("TrustedScript is required");
        return document.createElement("script");
      },
    });
    const { _element: element } = add("inline");
    element.textContent = `\n  ${"x".repeat(70)}`;
    add("next");
    its.queue._pump();
    expect(its.reports).toEqual([`script-failed ${"x".repeat(60)}`]);
    expect(element.isConnected).toBe(true);
    expect(its.made).toEqual(["next"]);
  });
});

describe("a script that hangs", () => {
  it("is told after its time and waited for no longer; those behind come one by one", () => {
    for (const name of ["hung", "b", "c"]) external(name);
    add("inline");
    its.queue._pump();
    const [b, c] = [fresh("b"), fresh("c")];
    vi.advanceTimersByTime(PATIENCE - 1);
    expect(its.reports).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(its.reports).toEqual(["script-timeout /hung.js"]);
    // The browser would not run them before the first: they are made anew, out of its list.
    expect([b.ownerDocument == document, c.ownerDocument == document]).toEqual([false, false]);
    expect(its.made).toEqual(["hung", "b", "c", "b"]);
    expect(fresh("b").async).toBe(true);
    const held = (name: string): Element => its.items.get(name)!._element;
    expect([...its.stage.children]).toEqual([
      ...[fresh("hung"), held("hung")],
      ...[fresh("b"), held("b")],
      ...[held("c"), held("inline")],
    ]);
    load("b");
    // Still behind the first one in the browser's list, were it not alone.
    expect(its.made.slice(4)).toEqual(["c"]);
    expect(fresh("c").async).toBe(true);
    load("c");
    expect(its.made.slice(4)).toEqual(["c", "inline"]);
    expect(its.done).toEqual(["b", "c", "inline"]);
    vi.advanceTimersByTime(2 * PATIENCE);
    expect(its.reports).toHaveLength(1);
  });

  it("has run when it comes after all", () => {
    external("hung");
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE);
    load("hung");
    expect(its.done).toEqual(["hung"]);
    expect(its.reports).toEqual(["script-timeout /hung.js"]);
  });

  it.each(["load", "fail"] as const)("lets files be fetched side by side after its %s", (end) => {
    for (const name of ["hung", "b", "c", "d"]) external(name);
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE);
    expect(its.made.slice(4)).toEqual(["b"]);
    its[end]("hung");
    load("b");
    expect(its.made.slice(5)).toEqual(["c", "d"]);
    expect(fresh("c").async).toBe(false);
  });

  it("keeps deferred ones waiting no longer than the others", () => {
    external("hung");
    external("defer", { defer: "" });
    its.queue._pump();
    expect(its.made).toEqual(["hung"]);
    vi.advanceTimersByTime(PATIENCE);
    expect(its.made).toEqual(["hung", "defer"]);
  });

  it("is told for each that hangs, and each has its full time from when it is the first", () => {
    for (const name of ["a", "b", "c"]) external(name);
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE - 1);
    load("a");
    vi.advanceTimersByTime(PATIENCE - 1);
    expect(its.reports).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(its.reports).toEqual(["script-timeout /b.js"]);
    vi.advanceTimersByTime(PATIENCE);
    expect(its.reports).toEqual(["script-timeout /b.js", "script-timeout /c.js"]);
  });

  it("has no time less because one behind it came first", () => {
    for (const name of ["a", "b"]) external(name);
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE / 2);
    load("b");
    vi.advanceTimersByTime(PATIENCE / 2);
    expect(its.reports).toEqual(["script-timeout /a.js"]);
  });

  it("is not waited for at all when it is async", () => {
    external("async", { async: "" });
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE);
    expect(its.reports).toEqual([]);
  });
});
