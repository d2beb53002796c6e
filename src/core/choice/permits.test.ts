import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { parseGate } from "../config/parseGate.ts";
import { knows, permits, splitIds } from "./permits.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import type { Intent } from "./state.ts";
import { toCookie } from "./toCookie.ts";

const SERVICES = [
  { id: "stats", category: "performance" },
  { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "The way." },
];
const config = parseGate(
  {
    controller: { name: "Acme BV" },
    services: SERVICES,
  },
  () => {},
);
const undecided = resume(storedChoice([]), config, 0);
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

  it("permits !id of what was refused while another category still waits", () => {
    const half = after({ kind: "save", choices: { performance: false }, partial: true });
    const back = resume(storedChoice([toCookie(half, config)]), config, 1e12);
    for (const state of [half, back]) {
      expect(state).toMatchObject({ status: "undecided", pending: ["marketing"] });
      expect(state.refused).toEqual(["performance", "stats"]);
      expect(permits(state, "!performance !stats")).toBe(true);
      expect(permits(state, "!marketing")).toBe(false);
    }
  });

  it("permits !id of a service that was refused by itself, while its category is permitted", () => {
    const state = after({ kind: "save", choices: { performance: true, stats: false } });
    expect(permits(state, "performance !stats")).toBe(true);
    expect(permits(state, "!performance")).toBe(false);
  });

  it("permits !id of an objection although the category waits", () => {
    const half = after({ kind: "save", choices: { maps: false }, partial: true });
    for (const state of [half, resume(storedChoice([toCookie(half, config)]), config, 1e12)]) {
      expect(state.refused).toEqual(["maps"]);
      expect(permits(state, "!maps")).toBe(true);
    }
    const expired = resume(storedChoice([toCookie(none, config)]), config, 2e12);
    expect(expired.refused).toEqual(["maps"]);
  });

  it("permits nothing at all, nor its refusal, where the configuration names no controller", () => {
    const nobody = parseGate({ services: SERVICES }, () => {});
    for (const texts of [[], [toCookie(all, config)], [toCookie(none, config)]]) {
      const state = resume(storedChoice(texts), nobody, 1e12);
      expect(state).toMatchObject({ status: "undecided", refused: [] });
      for (const id of ["performance", "stats", "maps"]) {
        expect(permits(state, id), id).toBe(false);
        expect(permits(state, `!${id}`), `!${id}`).toBe(false);
      }
    }
  });

  it("reads own answers only, whatever a prototype was given", () => {
    const plant = (value: unknown) =>
      Object.defineProperty(Object.prototype, "planted", { value, configurable: true });
    try {
      plant(true);
      expect(permits(undecided, "planted")).toBe(false);
      expect(permits(none, "!planted")).toBe(false);
      expect(knows(undecided, "planted")).toBe(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, "planted");
    }
  });

  it("takes an exclamation mark in front alone for the mark", () => {
    expect(knows(undecided, "stats!")).toBe(false);
    expect(knows(undecided, "!!stats")).toBe(false);
    for (const state of [all, none]) expect(permits(state, "stats!")).toBe(false);
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
