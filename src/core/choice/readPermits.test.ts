import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCookie } from "./cookieText.ts";
import { fingerprint } from "./fingerprint.ts";
import type { GateConfig } from "../config/config.ts";
import { parseGate } from "../config/parseGate.ts";
import { permits } from "./permits.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import { headFacts } from "./headFacts.ts";
import { readPermits } from "./readPermits.ts";

const NOW = 1_764_000_000_000;
const parsed = parseGate(
  {
    controller: { name: "Acme BV" },
    revision: 3,
    services: [
      { id: "stats", category: "performance" },
      { id: "heat", category: "performance" },
      { id: "ads", category: "marketing" },
      { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "r" },
      { id: "shield", category: "necessary", reason: "r" },
    ],
  },
  () => {},
);
/** `free` is used by marks alone. */
const gate: GateConfig = {
  ...parsed,
  categories: [...parsed.categories, "free"],
  _idle: new Set(["free"]),
};
const facts = headFacts(gate);
const FACTS = { ...facts, text: new RegExp(facts.text) };
const PRINTS = ["performance", "marketing"].map((id) => `${id}.${fingerprint(gate, id)}`);
const IDS = [
  "performance",
  "marketing",
  "free",
  "stats",
  "heat",
  "ads",
  "maps",
  "shield",
  "necessary",
];
const QUESTIONS = [
  ...IDS,
  ...IDS.map((id) => `!${id}`),
  "stats ads",
  "stats !ads",
  "",
  " ",
  "nobody",
];

const often = <T>(usual: T, rare: T) => fc.constantFrom(usual, usual, usual, usual, rare);
const cookie = fc
  .record({
    at: fc.integer({ min: NOW / 1000 - 190 * 86_400, max: NOW / 1000 + 2 * 86_400 }),
    revision: often(3, 2),
    answers: fc.tuple(
      ...IDS.map((id) => (/e$|g$/.test(id) ? often("yes", "") : fc.constantFrom("yes", "no", ""))),
    ),
    refused: fc.constantFrom("performance", "marketing", "none"),
    performance: often(fingerprint(gate, "performance"), "other"),
    marketing: often(fingerprint(gate, "marketing"), "other"),
    free: fc.constantFrom(fingerprint(gate, "free"), ""),
  })
  .map(({ performance, marketing, free, answers, refused, ...rest }) => {
    const said = IDS.map((id, index) => (id == refused ? "no" : answers[index]));
    // Asked for on some page, or on none yet.
    said[2] = free ? said[2] || "no" : "";
    const [yes, no] = ["yes", "no"].map((word) => IDS.filter((_, index) => said[index] == word));
    const prints = [`performance.${performance}`, `marketing.${marketing}`];
    if (free) prints.push(`free.${free}`);
    return encodeCookie({ id: "subject-0001", ...rest, _yes: yes!, _no: no!, _prints: prints });
  });
const stored = fc.oneof(
  { weight: 8, arbitrary: cookie.map((text) => [text]) },
  { weight: 1, arbitrary: fc.tuple(cookie, cookie) },
  { weight: 1, arbitrary: fc.array(fc.string(), { maxLength: 2 }) },
);

describe("the head's reading of a stored choice", () => {
  it("answers as the library would, or not at all", () => {
    let answered = 0;
    fc.assert(
      fc.property(stored, (texts) => {
        const head = readPermits(texts.join("\n"), FACTS, NOW);
        const state = resume(storedChoice(texts), gate, NOW);
        // Stricter: what is stored of `free` has to be whole.
        expect(head == null).toBe(state.pending.length > 0);
        for (const ids of head ? QUESTIONS : []) {
          answered++;
          expect(head!(ids), `${ids} of ${texts.join()}`).toBe(permits(state, ids));
        }
      }),
      { numRuns: 3000 },
    );
    expect(answered).toBeGreaterThan(1000);
  });

  it.each([
    ["nothing stored", () => []],
    ["two cookies", (text: string) => [text, text]],
    ["one that is cut off", (text: string) => [text.slice(0, -1)]],
    ["another revision", (text: string) => [text.replace("r=3", "r=2")]],
    ["a date that is no number", (text: string) => [text.replace(/t=\d+/, "t=1e9")]],
  ])("permits nothing for %s", (_what, change) => {
    const at = NOW / 1000;
    const text = encodeCookie({
      id: "subject-0001",
      at,
      revision: 3,
      _yes: ["performance"],
      _no: ["marketing"],
      _prints: PRINTS,
    });
    expect(readPermits(text, FACTS, NOW)!("stats")).toBe(true);
    const found = readPermits(change(text).join("\n"), FACTS, NOW);
    expect(found).toBeNull();
  });

  const whole = { id: "subject-0001", at: NOW / 1000, revision: 3, _prints: PRINTS };

  it("counts for as many days as the library's, and no later than a day ahead of the clock", () => {
    const text = encodeCookie({ ...whole, _yes: ["performance"], _no: ["marketing"] });
    const counts = (seconds: number): boolean => {
      const now = NOW + seconds * 1000;
      const head = readPermits(text, FACTS, now) != null;
      expect(resume(storedChoice([text]), gate, now).status == "decided").toBe(head);
      return head;
    };
    expect([180 * 86_400, 180 * 86_400 + 1].map(counts)).toEqual([true, false]);
    expect([-86_400, -86_401].map(counts)).toEqual([true, false]);
  });

  it("believes nothing of a choice that says yes and no to one service", () => {
    const said = { _yes: ["performance", "stats"], _no: ["marketing", "stats"] };
    expect(readPermits(encodeCookie({ ...whole, ...said }), FACTS, NOW)).toBeNull();
  });

  it("reads the ids of a mark whatever space stands around and between them", () => {
    const text = encodeCookie({ ...whole, _yes: ["performance"], _no: ["marketing"] });
    const found = readPermits(text, FACTS, NOW)!;
    for (const ids of [" stats", "stats\n", "stats  heat", " stats \t heat "]) {
      expect(found(ids), JSON.stringify(ids)).toBe(true);
    }
  });

  it("believes no yes to a category that the cookie does not say was asked for", () => {
    const text = encodeCookie({
      id: "subject-0001",
      at: NOW / 1000,
      revision: 3,
      _yes: ["performance", "free"],
      _no: ["marketing"],
      _prints: PRINTS,
    });
    expect(readPermits(text, FACTS, NOW)).toBeNull();
    expect(permits(resume(storedChoice([text]), gate, NOW), "free")).toBe(false);
  });

  it("knows no id that only an object's prototype has", () => {
    const text = encodeCookie({
      id: "subject-0001",
      at: NOW / 1000,
      revision: 3,
      _yes: ["performance", "marketing", "toString"],
      _no: [],
      _prints: PRINTS,
    });
    const found = readPermits(text, FACTS, NOW)!;
    for (const id of ["toString", "__proto__", "constructor"]) expect(found(id)).toBeFalsy();
  });
});
