import { describe, expect, it } from "vitest";
import { checkSignals } from "./checkSignals.ts";

const told = (signals: unknown): string[] => {
  const found: string[] = [];
  checkSignals(signals, (code, at) => found.push(`${code} ${at}`));
  return found;
};
const start = (): void => {};
const update = (): void => {};
class Made {
  id = "made";
  start(): void {}
  update(): void {}
}

describe("the signals of a site", () => {
  it.each<[what: string, signals: unknown]>([
    ["not given", undefined],
    ["an empty list", []],
    ["ids", ["google", "microsoft"]],
    ["ready made", [{ id: "own", start, update }, new Made()]],
    ["an empty map", {}],
    ["a map of ids with options", { google: {}, microsoft: { wait: 5 } }],
  ])("fit where they are %s", (_what, signals) => {
    expect(told(signals)).toEqual([]);
  });

  it.each<[what: string, signals: unknown, at: string]>([
    ["a text", "google", "signals"],
    ["nothing", null, "signals"],
    ["yes", true, "signals"],
    ["a list with a number", ["google", 5], "signals[1]"],
    ["a list with one that has no id", [{ start, update }], "signals[0]"],
    ["a list with one whose id is no text", [{ id: 5, start, update }], "signals[0]"],
    ["a list with one that cannot start", [{ id: "own", update }], "signals[0]"],
    ["a list with one that cannot be updated", [{ id: "own", start }], "signals[0]"],
    ["a list with calls that are none", [{ id: "own", start: 1, update: 1 }], "signals[0]"],
    [
      "a list with one that throws",
      [Object.defineProperty({ id: "own", update }, "start", { get: thrown })],
      "signals[0]",
    ],
    ["a map without options", { google: {}, microsoft: true }, "signals.microsoft"],
    ["a map with a list for options", { google: [] }, "signals.google"],
  ])("do not fit where they are %s", (_what, signals, at) => {
    expect(told(signals)).toEqual([`wrong-type ${at}`]);
  });
});

function thrown(): never {
  throw new Error("a getter's own");
}
