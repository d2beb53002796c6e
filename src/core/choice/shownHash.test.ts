import { describe, expect, it } from "vitest";
import { parseGate } from "../config/parseGate.ts";
import { resume } from "./resume.ts";
import { shownHash } from "./shownHash.ts";
import type { State } from "./state.ts";
import { storedChoice } from "./storedChoice.ts";

const gateOf = (services: readonly object[]) =>
  parseGate({ controller: { name: "Acme BV" }, services }, () => {});
const stats = { id: "stats", category: "performance" };
const gate = gateOf([stats]);
const open = resume(storedChoice([]), gate, 0);

describe("the name of what a first layer asks", () => {
  it("is the same for the same question", () => {
    expect(shownHash("Cookies?", open, gate)).toBe(shownHash("Cookies?", open, gateOf([stats])));
    expect(shownHash("Cookies?", open, gate)).toMatch(/^\w+$/);
  });

  it.each<[what: string, words: string, state: State, config: typeof gate]>([
    ["its words", "Biscuits?", open, gate],
    ["the categories that wait", "Cookies?", { ...open, pending: ["marketing"] }, gate],
    ["what a category is about", "Cookies?", open, gateOf([stats, { ...stats, id: "heat" }])],
  ])("is another where it differs in %s", (_what, words, state, config) => {
    expect(shownHash(words, state, config)).not.toBe(shownHash("Cookies?", open, gate));
  });
});
