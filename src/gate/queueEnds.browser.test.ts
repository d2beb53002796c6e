// How a script's turn ends before it has run, how long a pass may take, and what a script is told of late events.
import type { Late } from "./createLate.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pause } from "../../test/util/gatePage.ts";
import { PATIENCE, useQueue } from "../../test/util/queueByHand.ts";

const its = useQueue();
const { add, external, fresh, load } = its;
afterEach(() => {
  vi.useRealTimers();
});

describe("a script that is refused meanwhile", () => {
  it("is dropped while it waits, and the others are not", () => {
    external("a");
    const refused = add("refused");
    add("inline");
    its.queue._pump();
    its.cancel((item) => item == refused);
    expect(refused._is).toBe("held");
    load("a");
    expect(its.made).toEqual(["a", "inline"]);
  });

  it("on its way is taken out of the page's document, which alone stops it; its mark is back in place", () => {
    const item = external("a");
    its.queue._pump();
    const onItsWay = fresh("a");
    its.cancel(() => true);
    expect(item._is).toBe("held");
    expect(onItsWay.ownerDocument).not.toBe(document);
    expect(onItsWay.isConnected).toBe(false);
    let heard = 0;
    item._element.addEventListener("load", () => heard++);
    expect(item._element.parentNode).toBe(its.stage);
    onItsWay.dispatchEvent(new Event("load"));
    expect([its.done, heard]).toEqual([[], 0]);
    its.queue._add(item);
    its.queue._pump();
    expect(fresh("a")).not.toBe(onItsWay);
    onItsWay.dispatchEvent(new Event("error"));
    expect([its.done, its.reports]).toEqual([[], []]);
    load("a");
    expect([its.done, heard]).toEqual([["a"], 1]);
  });

  it("keeps nobody waiting: not those behind it, nor deferred ones", () => {
    const refused = external("refused");
    add("inline");
    external("defer", { defer: "" });
    its.queue._pump();
    expect(its.made).toEqual(["refused"]);
    its.cancel((item) => item == refused);
    expect(its.made).toEqual(["refused", "inline", "defer"]);
  });

  it("is not told as hanging; the next one has its own time", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const refused = external("refused");
    external("b");
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE / 2);
    its.cancel((item) => item == refused);
    vi.advanceTimersByTime(PATIENCE - 1);
    expect(its.reports).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(its.reports).toEqual(["script-timeout /b.js"]);
    its.cancel(() => true);
    vi.advanceTimersByTime(2 * PATIENCE);
    expect(its.reports).toHaveLength(1);
  });

  it("is taken away although it was put in line one by one", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    for (const name of ["hung", "b", "c"]) external(name);
    its.queue._pump();
    vi.advanceTimersByTime(PATIENCE);
    its.cancel(() => true);
    for (const name of ["d", "e"]) external(name);
    its.queue._pump();
    expect(its.made.slice(4)).toEqual(["d", "e"]);
  });

  it("and is an inline module, is stopped while its imports are on the way", () => {
    const module = add("module", { "data-type": "module" });
    const plain = add("plain");
    its.make({
      make(item) {
        const element = document.createElement("script");
        element.type = item == module ? "module" : "text/x-never-runs";
        return element;
      },
    });
    for (const item of [module, plain]) its.queue._add(Object.assign(item, { _is: "held" }));
    its.queue._pump();
    expect(its.done.toSorted()).toEqual(["module", "plain"]);
    const [onItsWay, hasRun] = [fresh("module"), fresh("plain")];
    its.cancel((item) => item == plain);
    expect(onItsWay.ownerDocument).toBe(document);
    its.cancel(() => true);
    expect(onItsWay.ownerDocument).not.toBe(document);
    // What has run stays where it is.
    expect(hasRun.ownerDocument).toBe(document);
  });
});

describe("a script that the page takes out before its turn", () => {
  it("is held again and keeps nobody waiting", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const gone = external("gone");
    external("a");
    external("defer", { defer: "" });
    gone._element.remove();
    its.queue._pump();
    expect(its.made).toEqual(["a"]);
    expect(gone._is).toBe("held");
    load("a");
    expect(its.made).toEqual(["a", "defer"]);
    vi.advanceTimersByTime(2 * PATIENCE);
    expect(its.reports.join()).not.toContain("gone");
  });
});

describe("one pass", () => {
  /** Each takes six milliseconds: three of them fill a slice. */
  const busy = (): HTMLScriptElement => {
    its.clock += 6;
    return document.createElement("script");
  };
  const names = Array.from({ length: 20 }, (_, i) => `s${i}`);

  it("ends after a slice; news meanwhile starts nothing more, and the rest follows in order", async () => {
    its.make({ make: busy });
    for (const name of names) add(name);
    its.queue._pump();
    expect(its.made).toEqual(["s0", "s1", "s2"]);
    its.queue._pump();
    expect(its.made).toHaveLength(3);
    await expect.poll(() => its.made.length).toBe(names.length);
    expect(its.made).toEqual(names);
    add("late");
    its.queue._pump();
    expect(its.made.at(-1)).toBe("late");
  });

  it("goes on by a timer where the browser has no scheduler", async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, "scheduler");
    Object.defineProperty(globalThis, "scheduler", { value: undefined, configurable: true });
    its.make({ make: busy });
    for (const name of names) add(name);
    its.queue._pump();
    expect(its.made).toHaveLength(3);
    await expect.poll(() => its.made).toEqual(names);
    if (own) Object.defineProperty(globalThis, "scheduler", own);
    else Reflect.deleteProperty(globalThis, "scheduler");
  });

  it("goes on by the browser's scheduler where it has one, so that input comes first", async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, "scheduler");
    const tasks: (() => void)[] = [];
    const scheduler = { postTask: (run: () => void) => Promise.resolve(tasks.push(run)) };
    Object.defineProperty(globalThis, "scheduler", { value: scheduler, configurable: true });
    its.make({ make: busy });
    for (const name of names) add(name);
    its.queue._pump();
    await pause();
    expect(its.made).toHaveLength(3);
    while (tasks.length) tasks.shift()!();
    expect(its.made).toEqual(names);
    if (own) Object.defineProperty(globalThis, "scheduler", own);
    else Reflect.deleteProperty(globalThis, "scheduler");
  });
});

describe("events that have passed", () => {
  let inside = 0;
  const late: Late = {
    _begin() {
      inside++;
      return () => void inside--;
    },
    _hasCome: () => true,
  };

  it("are patched in while a script is on its way, until it has run, failed or is refused", () => {
    its.make({ late });
    const refused = external("refused");
    external("a");
    external("b");
    its.queue._pump();
    expect(inside).toBe(3);
    its.cancel((item) => item == refused);
    expect(inside).toBe(2);
    load("a");
    its.fail("b");
    expect(inside).toBe(0);
    add("inline");
    its.queue._pump();
    expect(inside).toBe(0);
  });
});
