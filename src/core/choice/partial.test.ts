// A partial choice (an import, a browser's signal) answers what it names; the rest is asked for.
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { decide } from "./decide.ts";
import { parseGate } from "../config/parseGate.ts";
import { permits } from "./permits.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import type { Decision, Intent, State } from "./state.ts";
import { toCookie } from "./toCookie.ts";

vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 4, 3, 10);
const DAY = 86_400_000; // milliseconds
const IDS = ["functional", "performance", "marketing"];
const SERVICES = [
  { id: "shop", category: "necessary", reason: "Keeps the basket." },
  { id: "chat", category: "functional" },
  { id: "stats", category: "performance" },
  { id: "heat", category: "performance" },
  { id: "ads", category: "marketing" },
  { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "The way." },
];
const options = { controller: { name: "Acme BV" }, categories: IDS, services: SERVICES };
const config = parseGate(options, () => {});
const choose = (state: State, intent: object): Decision =>
  decide(state, { source: "import", trusted: false, ...intent } as Intent, config, {
    now: NOW,
    newId: "subject-0001",
  });
const undecided = resume(storedChoice([]), config, NOW);
const part = (choices: object, from = undecided): Decision =>
  choose(from, { kind: "save", choices, partial: true });
const reload = (state: State, later = 0): State =>
  resume(storedChoice([toCookie(state, config)]), config, NOW + later);

describe("a partial choice", () => {
  it("answers what it names and leaves the others waiting, also over a reload", () => {
    const { state, event } = part({ performance: true });
    expect(event).toBe("given");
    for (const one of [state, reload(state)]) {
      expect(one).toMatchObject({
        status: "undecided",
        pending: ["functional", "marketing"],
        lapse: null,
        decidedAt: NOW,
        subjectId: "subject-0001",
      });
      expect(permits(one, "performance stats heat maps")).toBe(true);
      for (const id of ["functional", "chat", "marketing", "ads", "!ads", "!marketing"]) {
        expect(permits(one, id), id).toBe(false);
      }
    }
    const text = new URLSearchParams(toCookie(state, config));
    expect(text.get("yes")).toBe("performance");
    expect(text.get("no")).toBe("");
    expect(text.get("f")).toMatch(/^performance\.\w+$/);
  });

  it("keeps a refusal that is all it has", () => {
    const { state, event } = part({ marketing: false, maps: false });
    expect(event).toBe("refused");
    expect(reload(state)).toMatchObject({ pending: ["functional", "performance"], lapse: null });
    expect(reload(state).services["maps"]).toBe(false);
  });

  it("that names every category decides", () => {
    const { state } = part({ functional: false, performance: true, marketing: false });
    expect(state).toMatchObject({ status: "decided", pending: [] });
    expect(reload(state).status).toBe("decided");
  });

  it("that names nothing answers nothing", () => {
    const { state, gained, lost } = part({});
    expect(state.pending).toEqual(IDS);
    expect([...gained, ...lost]).toEqual([]);
    expect(reload(state).pending).toEqual(IDS);
  });

  it("leaves a service shut whose category waits", () => {
    const { state } = part({ stats: true, marketing: true });
    expect(permits(state, "stats")).toBe(false);
    expect(permits(reload(state), "stats")).toBe(false);
    expect(permits(state, "ads")).toBe(true);
  });

  it("keeps the answer of a service beside its category's", () => {
    const { state } = part({ performance: true, heat: false });
    expect(reload(state).services).toMatchObject({ stats: true, heat: false });
  });

  it("asks for nothing again that was answered", () => {
    const all = choose(undecided, { kind: "accept-all" }).state;
    expect(part({ marketing: false }, all).state).toMatchObject({ status: "decided", pending: [] });
  });

  it("is completed by the next choice, which says what is new", () => {
    const first = part({ performance: true }).state;
    const rest = (choices: object): Decision =>
      choose(reload(first), { kind: "save", choices, source: "banner" });
    expect(rest({ marketing: true })).toMatchObject({
      event: "given",
      state: { status: "decided", categories: { functional: false, performance: true } },
    });
    expect(rest({ marketing: false })).toMatchObject({ event: "renewed" });
    expect(rest({ performance: false })).toMatchObject({ event: "withdrawn" });
  });

  it("ends like any other", () => {
    const { state } = part({ performance: true });
    expect(reload(state, 181 * DAY)).toMatchObject({ pending: IDS, lapse: "expired" });
  });

  it("of an earlier choice that no longer counts keeps saying why on this page", () => {
    const all = choose(undecided, { kind: "accept-all" }).state;
    const expired = reload(all, 200 * DAY);
    const { state } = part({ marketing: false }, expired);
    expect(state).toMatchObject({ pending: ["functional", "performance"], lapse: "expired" });
    expect(choose(state, { kind: "accept-all" }).event).toBe("renewed");
  });

  it("is none where only a polluted prototype says so, or the intent is another", () => {
    Object.defineProperty(Object.prototype, "partial", { value: true, configurable: true });
    const { state } = choose(undecided, { kind: "save", choices: { marketing: false } });
    Reflect.deleteProperty(Object.prototype, "partial");
    expect(state.pending).toEqual([]);
    for (const kind of ["accept-all", "reject-all", "withdraw"]) {
      expect(choose(undecided, { kind, partial: true }).state.pending, kind).toEqual([]);
    }
  });
});

describe("over any partial choices in a row", () => {
  const known = [...IDS, ...SERVICES.map(({ id }) => id)];
  const choices = fc.dictionary(fc.constantFrom(...known, "necessary", "nope"), fc.boolean());

  it("a category waits until it is named, and the cookie gives back every answer", () => {
    fc.assert(
      fc.property(fc.array(choices, { minLength: 1, maxLength: 4 }), (rounds) => {
        let state = undecided;
        const named = new Set<string>();
        for (const round of rounds) {
          state = part(round, state).state;
          Object.keys(round).forEach((id) => named.add(id));
          expect(state.pending).toEqual(IDS.filter((id) => !named.has(id)));
          for (const id of state.pending) expect(permits(state, id)).toBe(false);
          for (const { id, category, basis } of config.services) {
            if (basis == "consent" && state.pending.includes(category)) {
              expect(permits(state, id) || permits(state, `!${id}`)).toBe(false);
            }
          }
          const back = reload(state);
          expect({ ...back.categories, ...back.services }).toEqual({
            ...state.categories,
            ...state.services,
          });
          expect([back.pending, back.status, back.lapse]).toEqual([
            state.pending,
            state.status,
            null,
          ]);
          expect(toCookie(back, config)).toBe(toCookie(state, config));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
