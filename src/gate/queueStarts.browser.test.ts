// What a script's start waits for: what late scripts need, its consent, and nobody who has gone.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useQueue } from "../../test/util/queueByHand.ts";

const its = useQueue();
const { add, external } = its;

describe("what late scripts need is asked for, and waited for,", () => {
  /** When the page was parsed, in the browser's own record; nothing where there is none. */
  const parsed = (at: number | undefined): void => {
    vi.spyOn(performance, "timing", "get").mockReturnValue(
      (at == undefined ? undefined : { domContentLoadedEventStart: at }) as PerformanceTiming,
    );
  };
  const made = (readyState: DocumentReadyState, text = "go()"): void => {
    its.readyState = readyState;
    its.make({ late: null });
    const { _element: element } = add("one");
    element.textContent = text;
    its.queue._pump();
  };

  it.each<[page: string, readyState: DocumentReadyState, at: number | undefined]>([
    ["is complete", "complete", 5],
    ["is parsed, and was told so", "interactive", 5],
    ["is parsed, in a browser that keeps no record", "interactive", undefined],
  ])("where the page %s", (_, readyState, at) => {
    parsed(at);
    made(readyState);
    expect([its.lateCalls, its.made]).toEqual([1, []]);
    its.queue._useLate({ _begin: () => () => {}, _hasCome: () => true });
    expect(its.made).toEqual(["one"]);
  });

  it.each<[what: string, text: string]>([
    ["writes", "document.write(1)"],
    ["ends lines", "with (document) writeln(1)"],
  ])("where the page is parsed and a script %s", (_, text) => {
    parsed(0);
    made("loading", text);
    expect([its.lateCalls, its.made]).toEqual([1, []]);
  });

  it("where the text of a file's element, which HTML ignores, says that the file writes", () => {
    parsed(0);
    its.readyState = "loading";
    its.make({ late: null });
    its.external("file")._element.textContent = "/* document.write */";
    its.queue._pump();
    expect([its.lateCalls, its.made]).toEqual([1, []]);
  });

  it("of several scripts, where one writes", () => {
    parsed(0);
    its.readyState = "loading";
    its.make({ late: null });
    for (const name of ["plain", "writes"])
      add(name)._element.textContent = `x.${name.slice(0, 5)}()`;
    its.queue._pump();
    expect([its.lateCalls, its.made]).toEqual([1, []]);
  });

  it("where the page has become complete since", () => {
    parsed(0);
    made("loading");
    expect([its.lateCalls, its.made]).toEqual([0, ["one"]]);
    its.readyState = "interactive";
    add("two");
    its.queue._pump();
    expect([its.lateCalls, its.made]).toEqual([0, ["one", "two"]]);
    its.readyState = "complete";
    add("three");
    its.queue._pump();
    expect([its.lateCalls, its.made]).toEqual([1, ["one", "two"]]);
  });

  it("and not where a deferred tag comes before the page's event, nor for what only sounds like it", () => {
    parsed(0);
    made("interactive", "rewrite()");
    expect([its.lateCalls, its.made]).toEqual([0, ["one"]]);
  });

  it("once, and not where nothing waits", () => {
    parsed(5);
    its.readyState = "complete";
    its.make({ late: null });
    its.queue._pump();
    expect(its.lateCalls).toBe(0);
    its.make();
    add("one");
    its.queue._pump();
    expect([its.lateCalls, its.made]).toEqual([0, ["one"]]);
  });
});

describe("a script whose mark changes before its turn", () => {
  it("does not start where that is refused, and may be queued again", () => {
    let may = false;
    its.make({ permitted: () => may });
    const item = add("one");
    its.queue._pump();
    expect([its.made, item._is, its.queue._waiting.size]).toEqual([[], "held", 0]);
    may = true;
    its.queue._add(item);
    its.queue._pump();
    expect(its.made).toEqual(["one"]);
  });
});

describe("a script that is taken out before its turn", () => {
  it("lets deferred ones through in the same go", () => {
    const gone = external("gone");
    external("deferred", { defer: "" });
    gone._element.remove();
    its.queue._pump();
    expect(its.made).toEqual(["deferred"]);
  });
});

describe("a script that runs again", () => {
  beforeEach(() => its.make());

  it.each([true, false])(
    "takes away the copy of its last run, unless that has become the page's own: %s",
    (isTheirs) => {
      const item = external("one");
      its.queue._pump();
      const first = its.fresh("one");
      its.load("one");
      if (isTheirs) first.setAttribute("data-consent", "stats");
      expect(item._is).toBe("ran");
      Object.assign(item, { _is: "held" });
      its.queue._add(item);
      its.queue._pump();
      expect(its.fresh("one")).not.toBe(first);
      expect(first.isConnected).toBe(isTheirs);
    },
  );
});
