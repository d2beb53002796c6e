import { describe, expect, it } from "vitest";
import { parseGate } from "../config/parseGate.ts";
import { decide } from "./decide.ts";
import { resume } from "./resume.ts";
import type { Intent, State } from "./state.ts";
import { storedChoice } from "./storedChoice.ts";
import { transition, type Ran } from "./transition.ts";

const NOW = Date.UTC(2026, 4, 3);
const call = (): void => {};
const gate = parseGate(
  {
    controller: { name: "Acme BV" },
    services: [
      { id: "stats", category: "performance", load: call },
      { id: "quiet", category: "performance", load: call, revoke: call, silencedBy: "revoke" },
      { id: "loud", category: "performance", load: call, revoke: call },
      { id: "mute", category: "performance", load: call, silencedBy: "revoke" },
      { id: "markup", category: "marketing" },
      { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "The way." },
    ],
  },
  () => {},
);
const config = { ...gate, reload: "auto" as const };
const none = resume(storedChoice([]), gate, NOW);
const after = (state: State, choices: Record<string, boolean>): State => {
  const intent: Intent = { kind: "save", choices, source: "api", trusted: false };
  return decide(state, intent, gate, { now: NOW, newId: "subject-1" }).state;
};
const all = after(none, { performance: true, marketing: true });
const ran = (marked: readonly string[], started: readonly string[] = []): Ran => ({
  marked: (id) => marked.includes(id),
  started: (id) => started.includes(id),
});

describe("a transition", () => {
  it("names what is gained and what is lost, never what is necessary", () => {
    const grant = transition(none, all, config);
    expect(grant.gained).toEqual([
      "performance",
      "marketing",
      "stats",
      "quiet",
      "loud",
      "mute",
      "markup",
    ]);
    expect(grant.lost).toEqual([]);
    const mixed = transition(
      after(none, { performance: true }),
      after(none, { marketing: true }),
      config,
    );
    expect(mixed.gained).toEqual(["marketing", "markup"]);
    expect(mixed.lost).toEqual(["performance", "stats", "quiet", "loud", "mute"]);
    expect(transition(all, all, config)).toMatchObject({
      gained: [],
      lost: [],
      _mustReload: false,
    });
  });

  it("names an objection to a legitimate interest as lost", () => {
    expect(transition(none, after(none, { maps: false }), config).lost).toEqual(["maps"]);
  });

  it("revokes only what is lost and ran, by markup or by its own code", () => {
    const lost = after(all, { performance: false });
    const revoked = (facts?: Ran) =>
      transition(all, lost, config, facts)._revoked.map(({ id }) => id);
    expect(revoked()).toEqual([]);
    expect(revoked(ran(["quiet"], ["stats", "markup"]))).toEqual(["stats", "quiet"]);
  });

  it.each<[what: string, facts: Ran, reloads: boolean]>([
    ["nothing ran", ran([]), false],
    ["the page's own script of the category ran", ran(["performance"]), true],
    ["a service's own code was started", ran([], ["stats"]), true],
    ["a service ran that its own call silences", ran(["quiet"], ["quiet"]), false],
    ["a service ran whose call does not silence it", ran([], ["loud"]), true],
    ["a service ran that says so but has no call", ran([], ["mute"]), true],
    ["what ran is still permitted", ran(["marketing", "markup"]), false],
  ])("reloads only for what cannot be silenced: %s", (_what, facts, reloads) => {
    const lost = after(all, { performance: false });
    expect(transition(all, lost, config, facts)._mustReload).toBe(reloads);
    expect(transition(all, lost, { ...config, reload: "never" }, facts)._mustReload).toBe(false);
    expect(transition(all, lost, { ...config, reload: "always" }, facts)._mustReload).toBe(true);
  });

  it("does not reload for a service that is only declared, unless markup ran it", () => {
    const lost = after(all, { marketing: false });
    expect(transition(all, lost, config, ran([], ["markup"]))._mustReload).toBe(false);
    expect(transition(all, lost, config, ran(["markup"]))._mustReload).toBe(true);
  });

  it("never reloads where nothing is lost", () => {
    const always = { ...config, reload: "always" as const };
    expect(transition(none, all, always, ran(["performance"]))._mustReload).toBe(false);
  });
});
