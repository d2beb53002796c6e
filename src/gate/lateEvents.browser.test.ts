import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pause } from "../../test/util/gatePage.ts";
import { createLateEvents, type LateEvents } from "./lateEvents.ts";

let readyState: DocumentReadyState;
/** The released script whose code runs. */
let running: Element | undefined;
const make = (): LateEvents =>
  createLateEvents(
    window,
    () => readyState,
    () => running,
    (script, run) => {
      running = script;
      run();
      running = undefined;
    },
  );
let begin: () => () => void;
let heard: string[];
const hear = (name: string) =>
  function (this: unknown, event: Event): void {
    const at = this == window ? "window" : this == document ? "document" : String(this);
    heard.push(`${name}: ${event.type} at ${at}`);
  };

beforeEach(() => {
  readyState = "complete";
  heard = [];
  const late = make();
  begin = () => {
    const script = document.createElement("script");
    running = script;
    const end = late(script);
    return () => {
      end();
      running = undefined;
    };
  };
});
afterEach(() => {
  window.onload = null;
});

describe("while a late script runs", () => {
  it('nothing is patched for a script with data-late="off", and for no other value', () => {
    const late = make();
    const script = document.createElement("script");
    script.dataset["late"] = "off";
    const { addEventListener: before } = window;
    late(script)();
    expect(window.addEventListener).toBe(before);
    script.dataset["late"] = "";
    const end = late(script)!;
    expect(window.addEventListener).not.toBe(before);
    end();
  });

  it("however many run in one go, the patch is taken away once", async () => {
    const { deleteProperty } = Reflect;
    let taken = 0;
    Reflect.deleteProperty = (target, key) => {
      taken++;
      return deleteProperty(target, key);
    };
    for (let i = 0; i < 100; i++) begin()();
    await pause();
    Reflect.deleteProperty = deleteProperty;
    expect(Object.hasOwn(window, "addEventListener")).toBe(false);
    // Two methods of two targets.
    expect(taken).toBe(4);
  });

  it("a listener for an event that has passed is called once, soon, with what it is called with", async () => {
    const end = begin();
    addEventListener("load", hear("f"));
    window.addEventListener("DOMContentLoaded", hear("g"));
    document.addEventListener("DOMContentLoaded", hear("h"));
    expect(heard).toEqual([]);
    end();
    await pause();
    expect(heard).toEqual([
      "f: load at window",
      "g: DOMContentLoaded at window",
      "h: DOMContentLoaded at document",
    ]);
    dispatchEvent(new Event("load"));
    expect(heard).toHaveLength(3);
  });

  it("a listener may be an object, or nothing", async () => {
    const end = begin();
    const object = {
      handleEvent(event: Event): void {
        heard.push(`${event.type} ${this == object}`);
      },
    };
    addEventListener("load", object);
    // As JavaScript may write it.
    Reflect.apply(window.addEventListener, window, ["load", null]);
    end();
    await pause();
    expect(heard).toEqual(["load true"]);
  });

  it("an event that is still to come is waited for", async () => {
    readyState = "interactive";
    const end = begin();
    addEventListener("load", hear("load"), { once: true });
    document.addEventListener("DOMContentLoaded", hear("parsed"));
    end();
    await pause();
    expect(heard).toEqual(["parsed: DOMContentLoaded at document"]);
    dispatchEvent(new Event("load"));
    expect(heard.slice(1)).toEqual(["load: load at window"]);
    readyState = "loading";
    const endAgain = begin();
    document.addEventListener("DOMContentLoaded", hear("waits"), { once: true });
    endAgain();
    await pause();
    expect(heard).toHaveLength(2);
    document.dispatchEvent(new Event("DOMContentLoaded"));
    expect(heard.slice(2)).toEqual(["waits: DOMContentLoaded at document"]);
  });

  it("other events are listened for as ever, options too", () => {
    const end = begin();
    addEventListener("ping", hear("ping"), { once: true });
    end();
    for (let i = 0; i < 2; i++) dispatchEvent(new Event("ping"));
    expect(heard).toEqual(["ping: ping at window"]);
  });

  it("a new window.onload is called once when it has run, and an old one is not", async () => {
    window.onload = hear("old");
    begin()();
    await pause();
    expect(heard).toEqual([]);
    const [first, second] = [begin(), begin()];
    window.onload = hear("new");
    first();
    second();
    await pause();
    expect(heard).toEqual(["new: load at window"]);
    const end = begin();
    window.onload = null;
    end();
    await pause();
    expect(heard).toHaveLength(1);
  });

  it("a new window.onload waits for the event where that is still to come", async () => {
    readyState = "interactive";
    const end = begin();
    window.onload = hear("new");
    end();
    await pause();
    expect(heard).toEqual([]);
  });
});

describe("the patch", () => {
  const isPatched = (): boolean =>
    [window, document].some((target) => Object.hasOwn(target, "addEventListener"));

  it("is there from the first script to the end of the last, and leaves nothing", async () => {
    expect(isPatched()).toBe(false);
    const [first, second] = [begin(), begin()];
    expect(isPatched()).toBe(true);
    first();
    expect(isPatched()).toBe(true);
    second();
    const third = begin(); // In one go with the two before.
    await Promise.resolve();
    expect(isPatched()).toBe(true);
    third();
    await Promise.resolve();
    expect(isPatched()).toBe(false);
    const fourth = begin();
    expect(isPatched()).toBe(true);
    fourth();
    await Promise.resolve();
    expect(isPatched()).toBe(false);
  });

  it("is made once for scripts side by side, and may be written over by the page", async () => {
    const first = begin();
    const patched = window.addEventListener;
    const second = begin();
    expect(window.addEventListener).toBe(patched);
    window.addEventListener = patched;
    addEventListener("load", hear("f"));
    first();
    second();
    await pause();
    expect(heard).toEqual(["f: load at window"]);
  });

  it("leaves listeners of the page's own code alone while a script is on its way", async () => {
    const end = begin();
    running = undefined;
    addEventListener("load", hear("page"));
    end();
    await pause();
    expect(heard).toEqual([]);
    removeEventListener("load", hear("page"));
  });

  it("takes a listener for another target, event or phase for another, and one that is taken back alone goes", async () => {
    const end = begin();
    const all = hear("all");
    const targets = [window, document] as const;
    for (const target of targets) {
      for (const type of ["load", "DOMContentLoaded"]) {
        for (const phase of [true, false]) target.addEventListener(type, all, phase);
      }
    }
    document.removeEventListener("load", all, true);
    window.removeEventListener("DOMContentLoaded", all, { capture: false });
    end();
    await pause();
    const at = (type: string, where: string): string => `all: ${type} at ${where}`;
    expect(heard).toEqual([
      at("load", "window"),
      at("load", "window"),
      at("DOMContentLoaded", "window"),
      at("load", "document"),
      at("DOMContentLoaded", "document"),
      at("DOMContentLoaded", "document"),
    ]);
  });

  it("lets a listener be taken back after the script has ended, until it is called", async () => {
    const end = begin();
    const late = hear("late");
    // As JavaScript may write it.
    Reflect.apply(window.addEventListener, window, ["load", late, null]);
    addEventListener("load", hear("stays"));
    end();
    await Promise.resolve();
    await Promise.resolve();
    removeEventListener("load", late);
    await pause();
    expect(heard).toEqual(["stays: load at window"]);
  });

  it("calls no listener that was removed or aborted till then, and each once", async () => {
    const end = begin();
    const [removed, twice] = [hear("removed"), hear("twice")];
    const stop = new AbortController();
    addEventListener("load", removed, true);
    addEventListener("load", hear("aborted"), { signal: stop.signal });
    addEventListener("load", twice, { once: true });
    addEventListener("load", twice);
    removeEventListener("load", removed); // Of the other phase.
    end();
    removeEventListener("load", removed, { capture: true });
    stop.abort();
    await pause();
    expect(heard).toEqual(["twice: load at window"]);
    expect(Object.hasOwn(window, "removeEventListener")).toBe(false);
  });
});
