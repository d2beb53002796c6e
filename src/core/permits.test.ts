import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { parseGate } from "./parseGate.ts";
import { knows, permits, splitIds } from "./permits.ts";
import { resume } from "./resume.ts";
import type { Intent } from "./state.ts";

const config = parseGate(
  {
    controller: { name: "Acme BV" },
    services: [
      { id: "stats", category: "performance" },
      { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "The way." },
    ],
  },
  () => {},
);
const undecided = resume([], config, 0);
const after = (intent: object) =>
  decide(undecided, { source: "api", trusted: false, ...intent } as Intent, config, {
    now: 1e12,
    newId: "subject-0001",
  }).state;
const all = after({ kind: "accept-all" });
const none = after({ kind: "reject-all" });

describe("permits", () => {
  it("always permits what is necessary, and only that where nothing is decided", () => {
    for (const state of [undecided, all, none]) expect(permits(state, "necessary")).toBe(true);
    for (const id of ["performance", "marketing", "stats"])
      expect(permits(undecided, id)).toBe(false);
  });

  it("needs every id that is named", () => {
    expect(permits(all, "performance stats marketing")).toBe(true);
    expect(permits(after({ kind: "save", choices: { stats: true } }), "performance stats")).toBe(
      false,
    );
    expect(permits(all, "performance unknown")).toBe(false);
  });

  it.each(["", " ", "\n\t", "unknown", "!", "!unknown", "constructor", "__proto__", "!toString"])(
    "does not permit %j",
    (ids) => {
      for (const state of [undecided, all, none]) expect(permits(state, ids)).toBe(false);
    },
  );

  it("takes any white space between ids", () => {
    expect(permits(all, "\n  performance\t\n stats ")).toBe(true);
    expect(splitIds(" a\n\tb  !c ")).toEqual(["a", "b", "!c"]);
  });

  it("permits !id only after a refusal that was really made", () => {
    for (const id of ["!performance", "!stats", "!marketing"]) {
      expect(permits(undecided, id), id).toBe(false);
      expect(permits(all, id), id).toBe(false);
      expect(permits(none, id), id).toBe(true);
    }
    expect(permits(none, "!necessary")).toBe(false);
    expect(permits(none, "!performance stats")).toBe(false);
  });

  it("permits !id of a legitimate interest only after an objection", () => {
    expect(permits(undecided, "!maps")).toBe(false);
    expect(permits(none, "!maps")).toBe(true);
  });

  it("knows categories and services, with or without the mark", () => {
    for (const id of ["necessary", "performance", "!stats", "maps"]) {
      expect(knows(undecided, id), id).toBe(true);
    }
    for (const id of ["perfromance", "constructor", "__proto__", "!"]) {
      expect(knows(undecided, id), id).toBe(false);
    }
  });
});
