import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { parseGate } from "../core/config/parseGate.ts";
import { decide } from "../core/choice/decide.ts";
import { resume } from "../core/choice/resume.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { readConsent } from "./server.ts";

const OPTIONS = {
  controller: { name: "Acme BV" },
  services: [
    { id: "stats", name: "Stats", category: "performance", storage: [] },
    // Names that every plain object inherits are ids like others.
    { id: "constructor", name: "Ads", category: "marketing", storage: [] },
  ],
};
const NOW = Date.UTC(2026, 4, 3, 10);

function header(): string {
  const config = parseGate(OPTIONS, () => {});
  const choices = { performance: true };
  const intent = { kind: "save", choices, source: "api", trusted: false } as const;
  const facts = { now: NOW, newId: "subject-0001" };
  const { state } = decide(resume(storedChoice([]), config, NOW), intent, config, facts);
  return `consentry=${encodeURIComponent(toCookie(state, config))}`;
}

/** What React asks of a value that a server component hands to a client component, at every depth. */
function isPlain(value: unknown): boolean {
  if (typeof value == "function") return false;
  if (typeof value != "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  const usual = Array.isArray(value) ? Array.prototype : Object.prototype;
  return prototype === usual && Object.values(value).every(isPlain);
}

describe("what readConsent gives", () => {
  it.each([
    ["a choice", header()],
    ["none", ""],
  ])("is plain, with %s: clones and JSON are equal to it", (_what, text) => {
    const read = readConsent(text, OPTIONS, NOW);
    const { state } = read;
    expect(isPlain(read)).toBe(true);
    for (const copy of [structuredClone(state), JSON.parse(JSON.stringify(state)) as unknown]) {
      expect(isDeepStrictEqual(copy, state)).toBe(true);
    }
    expect(structuredClone(read)).toStrictEqual({ state });
    expect(JSON.parse(JSON.stringify(read))).toStrictEqual({ state });
    expect(Object.isFrozen(state) && Object.isFrozen(state.services)).toBe(true);
  });

  it("answers also where the function is taken out", () => {
    const { permits } = readConsent(header(), OPTIONS, NOW);
    expect(permits("performance stats")).toBe(true);
    expect(permits("constructor")).toBe(false);
    expect(permits("toString")).toBe(false);
  });

  it("answers nothing for a prototype that was given answers", () => {
    const text = header();
    const keys = ["marketing", "planted", "enumerable", "get"];
    for (const key of keys) {
      Object.defineProperty(Object.prototype, key, { value: true, configurable: true });
    }
    let read: ReturnType<typeof readConsent> | undefined;
    let answers: boolean[] = [];
    try {
      read = readConsent(text, OPTIONS, NOW);
      answers = keys.map(read.permits);
    } finally {
      for (const key of keys) Reflect.deleteProperty(Object.prototype, key);
    }
    expect(answers).toEqual([false, false, false, false]);
    expect(Object.keys(read)).toEqual(["state"]);
    expect(Object.keys(read.state.categories)).toEqual(["necessary", "performance", "marketing"]);
  });
});
