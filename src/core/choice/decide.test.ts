import { describe, expect, it } from "vitest";
import { decide } from "./decide.ts";
import { parseGate } from "../config/parseGate.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import type { Decision, Intent, State } from "./state.ts";
import { toCookie } from "./toCookie.ts";

const NOW = Date.UTC(2026, 4, 3, 10) + 789;
const SERVICES = [
  { id: "shop", category: "necessary", reason: "Keeps the basket." },
  { id: "stats", category: "performance" },
  { id: "heat", category: "performance" },
  { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "The way." },
  { id: "ads", category: "marketing" },
];
const config = parseGate({ controller: { name: "Acme BV" }, services: SERVICES }, () => {});
const undecided = resume(storedChoice([]), config, NOW);

const choose = (state: State, intent: object): Decision =>
  decide(state, { source: "banner", trusted: true, ...intent } as Intent, config, {
    now: NOW,
    newId: "subject-0001",
  });
const all = choose(undecided, { kind: "accept-all" });
const none = choose(undecided, { kind: "reject-all" });

describe("decide", () => {
  it("accepts all", () => {
    expect(all.state.categories).toEqual({ necessary: true, performance: true, marketing: true });
    expect(Object.values(all.state.services)).toEqual([true, true, true, true, true]);
    expect(all).toMatchObject({
      event: "given",
      method: "accept-all",
      source: "banner",
      trusted: true,
      gained: ["performance", "marketing", "stats", "heat", "ads"],
      lost: [],
      unknown: [],
    });
  });

  it("rejects all: objects to legitimate interests too, and leaves what is necessary", () => {
    expect(none.state.categories).toEqual({
      necessary: true,
      performance: false,
      marketing: false,
    });
    expect(none.state.services).toEqual({
      shop: true,
      stats: false,
      heat: false,
      maps: false,
      ads: false,
    });
    expect(none).toMatchObject({ event: "refused", gained: [], lost: ["maps"] });
  });

  it("counts in whole seconds and for the configured days", () => {
    const { state } = choose(undecided, { kind: "accept-all" });
    expect(state.decidedAt).toBe(NOW - 789);
    expect(state.expiresAt! - state.decidedAt!).toBe(180 * 86_400_000);
  });

  it("gives no id to anyone who permits nothing, and takes it from anyone who withdraws everything", () => {
    expect(none.state.subjectId).toBeNull();
    for (const intent of [{ kind: "reject-all" }, { kind: "withdraw" }]) {
      expect(choose(all.state, intent).state.subjectId).toBeNull();
    }
    expect(choose(none.state, { kind: "save", choices: { heat: true } }).state.subjectId).toBe(
      "subject-0001",
    );
    expect(
      choose(none.state, { kind: "save", choices: { maps: true } }).state.subjectId,
    ).toBeNull();
    expect(Object.isFrozen(all.state)).toBe(true);
  });

  it("keeps the subject's id as long as something is permitted", () => {
    expect(all.state.subjectId).toBe("subject-0001");
    const facts = { now: NOW, newId: "subject-0002" };
    const intent: Intent = { kind: "withdraw", id: "ads", source: "api", trusted: false };
    expect(decide(all.state, intent, config, facts).state.subjectId).toBe("subject-0001");
  });

  it("does not change the state it is given", () => {
    const before = JSON.stringify(undecided);
    choose(undecided, { kind: "accept-all" });
    expect(JSON.stringify(undecided)).toBe(before);
  });

  it("saves what is named and leaves the others", () => {
    const { state } = choose(all.state, { kind: "save", choices: { marketing: false } });
    expect(state.categories).toEqual({ necessary: true, performance: true, marketing: false });
    expect(state.services).toMatchObject({ stats: true, heat: true, ads: false });
  });

  it("makes a refusal of what was never answered", () => {
    const { state } = choose(undecided, { kind: "save", choices: { performance: true } });
    expect(state).toMatchObject({ status: "decided", pending: [] });
    expect(state.categories["marketing"]).toBe(false);
  });

  it("lets a service keep its own answer beside its category, in either order", () => {
    for (const choices of [
      { heat: false, performance: true },
      { performance: true, heat: false },
    ]) {
      const { state } = choose(undecided, { kind: "save", choices });
      expect(state.services).toMatchObject({ stats: true, heat: false });
    }
  });

  it("leaves a legitimate interest alone when its category is answered", () => {
    const { state } = choose(undecided, { kind: "save", choices: { marketing: false } });
    expect(state.services).toMatchObject({ maps: true, ads: false });
  });

  it("cannot refuse what is necessary", () => {
    for (const intent of [
      { kind: "save", choices: { necessary: false, shop: false } },
      { kind: "withdraw", id: "necessary" },
      { kind: "withdraw", id: "shop" },
      { kind: "withdraw" },
    ]) {
      const { state, lost } = choose(all.state, intent);
      expect(state.categories["necessary"]).toBe(true);
      expect(state.services["shop"]).toBe(true);
      expect(lost).not.toContain("necessary");
    }
  });

  it("reports ids that it does not know and changes nothing else", () => {
    const choices = { nope: true, __proto: true, constructor: true, toString: false };
    const decision = choose(all.state, { kind: "save", choices });
    expect(decision.unknown).toEqual(["nope", "__proto", "constructor", "toString"]);
    expect(decision.state.categories).toEqual(all.state.categories);
    expect(decision.state.services).toEqual(all.state.services);
    expect([...decision.gained, ...decision.lost]).toEqual([]);
    expect(choose(all.state, { kind: "withdraw", id: "nope" }).unknown).toEqual(["nope"]);
  });

  it("takes only true for a yes", () => {
    const choices = { performance: 1, marketing: "true" };
    const { state } = choose(undecided, { kind: "save", choices });
    expect(state.categories).toMatchObject({ performance: false, marketing: false });
  });

  it("withdraws one id, or everything", () => {
    const one = choose(all.state, { kind: "withdraw", id: "performance" });
    expect(one.lost).toEqual(["performance", "stats", "heat"]);
    expect(one.state.categories["marketing"]).toBe(true);
    const service = choose(all.state, { kind: "withdraw", id: "heat" });
    expect(service.lost).toEqual(["heat"]);
    const every = choose(all.state, { kind: "withdraw" });
    expect(every.state.categories).toEqual(none.state.categories);
    expect(every.state.services).toEqual(none.state.services);
  });

  const expired = resume(
    storedChoice([toCookie(all.state, config)]),
    config,
    NOW + 200 * 86_400_000,
  );
  it.each<[event: string, before: State, intent: object]>([
    ["given", undecided, { kind: "accept-all" }],
    ["given", undecided, { kind: "save", choices: { heat: true } }],
    ["refused", undecided, { kind: "reject-all" }],
    ["refused", undecided, { kind: "save", choices: {} }],
    ["refused", none.state, { kind: "reject-all" }],
    ["refused", expired, { kind: "reject-all" }],
    ["renewed", expired, { kind: "accept-all" }],
    ["renewed", all.state, { kind: "accept-all" }],
    ["renewed", all.state, { kind: "save", choices: { nope: true } }],
    ["changed", none.state, { kind: "accept-all" }],
    ["changed", none.state, { kind: "save", choices: { ads: true } }],
    ["withdrawn", all.state, { kind: "reject-all" }],
    ["withdrawn", all.state, { kind: "withdraw" }],
    ["withdrawn", all.state, { kind: "withdraw", id: "ads" }],
    ["withdrawn", all.state, { kind: "save", choices: { marketing: false } }],
  ])("calls it %s (%#)", (event, before, intent) => {
    expect(choose(before, intent).event).toBe(event);
  });

  it("calls it by its categories where there is no service", () => {
    const bare = parseGate({ controller: { name: "Acme BV" } }, () => {});
    const at = { now: NOW, newId: "subject-0001" };
    const by = { source: "api", trusted: false } as const;
    const given = decide(
      resume(storedChoice([]), bare, NOW),
      { kind: "accept-all", ...by },
      bare,
      at,
    );
    expect(given.event).toBe("given");
    expect(decide(given.state, { kind: "reject-all", ...by }, bare, at).event).toBe("withdrawn");
  });

  it("knows every id of a choice that names none, and heeds an id for a withdrawal alone", () => {
    const decision = choose(undecided, { kind: "accept-all", id: "ads" });
    expect(decision.unknown).toEqual([]);
    expect(decision.state.services["ads"]).toBe(true);
    expect(decision.state.services["stats"]).toBe(true);
    expect(choose(all.state, { kind: "withdraw" }).unknown).toEqual([]);
  });

  it.each(["accept-all", "reject-all"])(
    "answers no category that nothing uses, unless it is named: %s",
    (kind) => {
      const idle = { ...config, services: [], _idle: new Set(["marketing"]) };
      const start = resume(storedChoice([]), idle, NOW);
      const next = (intent: object): State =>
        decide(start, { source: "api", trusted: false, ...intent } as Intent, idle, {
          now: NOW,
          newId: "subject-0001",
        }).state;
      const { categories, refused } = next({ kind });
      expect(categories["performance"]).toBe(kind == "accept-all");
      expect([categories["marketing"], refused.includes("marketing")]).toEqual([false, false]);
      expect(next({ kind: "save", choices: { marketing: true } }).categories["marketing"]).toBe(
        true,
      );
    },
  );

  it("decides nothing under a configuration that is not usable", () => {
    const bad = parseGate({ services: SERVICES }, () => {});
    const intent: Intent = { kind: "accept-all", source: "api", trusted: false };
    const { state } = decide(resume(storedChoice([]), bad, NOW), intent, bad, {
      now: NOW,
      newId: "subject-1",
    });
    expect(state.status).toBe("undecided");
  });
});
