// A service that has a loader and stands in the page's markup too.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Late } from "./createLate.ts";
import { createSingleLoads } from "./createSingleLoads.ts";

const URL_ONE = "https://vendor.test/one.js";
const URL_TWO = "https://vendor.test/two.js";

let late: Late;
let begun: string[];
let reports: string[];
let loaders: Set<Element>;
/** What `_hasCome` of scripts in the open says, and who waits for it. */
let hasCome: boolean;
let waiting: (() => void)[];
let open: HTMLScriptElement[];

/** A script that begins for a held one; gives its end, and how often it counts as loaded. */
function begin(src: string, isLoader: boolean) {
  const [held, fresh] = [document.createElement("script"), document.createElement("script")];
  if (src) fresh.src = src;
  if (isLoader) loaders.add(held);
  const end = late._begin(fresh, held);
  let loads = 0;
  fresh.addEventListener("load", () => loads++);
  return {
    fresh,
    end,
    isSkipped: () => !fresh.src && fresh.type == "text/x-consentry",
    loads: () => loads,
    come: () => void fresh.dispatchEvent(new Event("load")),
    fail: () => void fresh.dispatchEvent(new Event("error")),
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  [begun, reports, waiting, open] = [[], [], [], []];
  loaders = new Set();
  hasCome = false;
  const inner: Late = {
    _begin({ src }) {
      begun.push(src);
      return () => void begun.push(`end ${src}`);
    },
    _hasCome(_, then) {
      waiting.push(then);
      return hasCome;
    },
  };
  late = createSingleLoads(
    inner,
    document,
    (held) => loaders.has(held),
    (code, at) => void reports.push(`${code} ${at}`),
  );
});
afterEach(() => {
  vi.useRealTimers();
  for (const script of open) script.remove();
});

describe.each([true, false])("where the loader is first: %s", (isLoader) => {
  it("the other one is skipped, reported, and loaded when the first has come", () => {
    const first = begin(URL_ONE, isLoader);
    const second = begin(URL_ONE, !isLoader);
    expect(begun).toEqual([URL_ONE]);
    expect(reports).toEqual([`service-twice ${URL_ONE}`]);
    expect([first.isSkipped(), second.isSkipped()]).toEqual([false, true]);
    vi.runAllTimers();
    expect(second.loads()).toBe(0);
    first.come();
    expect(second.loads()).toBe(1);
    first.end();
    second.end();
    expect(begun).toEqual([URL_ONE, `end ${URL_ONE}`]);
    // Whoever comes later still is loaded soon, once somebody listens.
    const third = begin(URL_ONE, !isLoader);
    expect([third.isSkipped(), third.loads()]).toEqual([true, 0]);
    vi.runAllTimers();
    expect(third.loads()).toBe(1);
  });

  it("the other one goes on where the first fails, and counts then", () => {
    const first = begin(URL_ONE, isLoader);
    const second = begin(URL_ONE, !isLoader);
    first.fail();
    first.end();
    expect(second.loads()).toBe(1);
    expect(begin(URL_ONE, !isLoader).isSkipped()).toBe(false);
  });

  it("the other one loads it where the first was stopped", () => {
    begin(URL_ONE, isLoader).end();
    expect(begin(URL_ONE, !isLoader).isSkipped()).toBe(false);
    expect(reports).toEqual([]);
  });
});

describe("what is not the same", () => {
  it.each([true, false])("runs as often as it stands: of one kind (%s)", (isLoader) => {
    expect(begin(URL_ONE, isLoader).isSkipped()).toBe(false);
    expect(begin(URL_ONE, isLoader).isSkipped()).toBe(false);
    expect(begin(URL_TWO, !isLoader).isSkipped()).toBe(false);
    expect(reports).toEqual([]);
  });

  it("is two scripts without an address", () => {
    begin("", true);
    expect(begin("", false).isSkipped()).toBe(false);
    expect(begun).toEqual(["", ""]);
  });
});

describe("a script of the page's own markup that the gate does not hold", () => {
  const stand = (type: string, src = URL_ONE): void => {
    const script = document.createElement("script");
    // Inert here, and then of this type: nothing is fetched.
    script.type = "text/x-inert";
    script.src = src;
    document.body.append(script);
    script.type = type;
    open.push(script);
  };

  it.each([true, false])("keeps the loader from loading it; it has come: %s", (come) => {
    hasCome = come;
    stand("");
    const loader = begin(URL_ONE, true);
    expect(loader.isSkipped()).toBe(true);
    expect(reports).toEqual([`service-twice ${URL_ONE}`]);
    vi.runAllTimers();
    expect(loader.loads()).toBe(come ? 1 : 0);
    if (!come) for (const then of waiting) then();
    expect(loader.loads()).toBe(1);
    expect(begun).toEqual([]);
  });

  it.each([
    ["of a type that no browser runs", "text/plain", URL_ONE],
    ["of another address", "", URL_TWO],
  ])("does not where it is %s", (_, type, src) => {
    stand(type, src);
    expect(begin(URL_ONE, true).isSkipped()).toBe(false);
  });

  it("keeps no other script from running", () => {
    stand("");
    expect(begin(URL_ONE, false).isSkipped()).toBe(false);
  });
});

it("asks for scripts that come late as ever", () => {
  const then = (): void => {};
  expect(late._hasCome(document.createElement("script"), then)).toBe(false);
  expect(waiting).toEqual([then]);
});
