// A router that puts a page in place as text, and then replaces each of its scripts by an equal one.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { file, held, inline, useGatePage } from "../../test/util/gatePage.ts";
import { createRemakes } from "./createRemakes.ts";

const its = useGatePage();
/** Puts an equal script in the place of another, as such routers do. */
function makeAnew(script: Element): HTMLScriptElement {
  const anew = script.cloneNode(true) as HTMLScriptElement;
  script.replaceWith(anew);
  return anew;
}

describe("a script that is made anew in the place of one that has just run", () => {
  beforeEach(() => {
    its.gate._start();
    its.permit("stats");
  });

  it("does not run again, and counts as loaded", async () => {
    const [one, two] = [inline("one", { id: "one" }), held({ "data-src": file("two") })];
    its.stage.append(one, two);
    await its.whenRan(2);
    const loads: string[] = [];
    makeAnew(one);
    makeAnew(two).addEventListener("load", () => loads.push("two"));
    its.stage.append(inline("after", { "data-after": "one" }));
    expect(await its.whenRan(3)).toEqual(["one", "two", "after"]);
    await expect.poll(() => loads).toEqual(["two"]);
    expect(its.reports).toEqual([]);
    // Nor does one that takes the place of that one.
    makeAnew(its.stage.querySelector("#one")!);
    its.stage.append(inline("last"));
    expect(await its.whenRan(4)).toEqual(["one", "two", "after", "last"]);
  });

  it.each<[what: string, change: (script: HTMLScriptElement) => unknown]>([
    ["with another text", (script) => (script.textContent = 'ran.push("other")')],
    ["as a module", (script) => script.setAttribute("data-type", "module")],
    ["with an address", (script) => script.setAttribute("data-src", file("other"))],
  ])("runs %s", async (_, change) => {
    const one = inline("one");
    its.stage.append(one);
    await its.whenRan(1);
    const anew = one.cloneNode(true) as HTMLScriptElement;
    change(anew);
    one.replaceWith(anew);
    expect(await its.whenRan(2)).toHaveLength(2);
  });

  it.each<[what: string, put: (old: Element, anew: Element) => unknown]>([
    ["comes beside it", (old, anew) => old.after(anew)],
    ["comes before it goes", (old, anew) => (old.before(anew), old.remove())],
    ["comes with others", (old, anew) => old.replaceWith(anew, "text")],
    ["takes the place of several", (_, anew) => its.stage.replaceChildren(anew)],
  ])("runs where it %s", async (_, put) => {
    const one = inline("one");
    its.stage.append(one, document.createElement("p"));
    await its.whenRan(1);
    put(one, one.cloneNode(true) as Element);
    expect(await its.whenRan(2)).toEqual(["one", "one"]);
  });

  it("runs in the place of one that did not run, or of no script", async () => {
    const [shut, box] = [inline("shut", { "data-consent": "ads" }), document.createElement("p")];
    its.stage.append(inline("first"), shut, box);
    await its.whenRan(1);
    shut.replaceWith(inline("shut"));
    box.replaceWith(inline("box"));
    expect(await its.whenRan(3)).toEqual(["first", "shut", "box"]);
  });
});

describe("the page", () => {
  const made = (): HTMLScriptElement => {
    const script = inline("x");
    its.stage.append(script);
    return script;
  };
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is watched for a second or two after the last script ran, and then no more", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const isMadeAnew = createRemakes(window);
    const script = made();
    expect(isMadeAnew(script, script.text)).toBe(false);
    vi.advanceTimersByTime(900);
    const other = made();
    expect(isMadeAnew(other, other.text)).toBe(false);
    vi.advanceTimersByTime(900);
    const second = makeAnew(script);
    await Promise.resolve();
    expect(isMadeAnew(second, second.text)).toBe(true);
    vi.advanceTimersByTime(2000);
    const third = makeAnew(second);
    await Promise.resolve();
    expect(isMadeAnew(third, third.text)).toBe(false);
  });

  it("tells at once what was replaced in this very task", () => {
    const isMadeAnew = createRemakes(window);
    const script = made();
    isMadeAnew(script, script.text);
    const second = makeAnew(script);
    expect(isMadeAnew(second, second.text)).toBe(true);
  });
});
