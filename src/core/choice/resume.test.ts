import { describe, expect, it } from "vitest";
import type { GateConfig } from "../config/config.ts";
import { decide } from "./decide.ts";
import { parseGate } from "../config/parseGate.ts";
import { permits } from "./permits.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import type { Intent, State } from "./state.ts";
import { toCookie } from "./toCookie.ts";

const DAY = 86_400_000; // milliseconds
const NOW = Date.UTC(2026, 4, 3, 10);
const SERVICES = [
  { id: "shop", category: "necessary", reason: "Keeps the basket." },
  { id: "stats", category: "performance" },
  { id: "heat", category: "performance" },
  { id: "maps", category: "performance", basis: "legitimate-interest", reason: "Shows the way." },
  { id: "ads", category: "marketing" },
];

const gate = (options: object = {}): GateConfig =>
  parseGate({ controller: { name: "Acme BV" }, services: SERVICES, ...options }, () => {});
const by = (intent: object): Intent => ({ source: "api", trusted: false, ...intent }) as Intent;
const choose = (intent: object, config = gate()): string =>
  toCookie(
    decide(resume(storedChoice([]), config, NOW), by(intent), config, {
      now: NOW,
      newId: "subject-0001",
    }).state,
    config,
  );
const ALL = choose({ kind: "accept-all" });
const NONE = choose({ kind: "reject-all" });
const permitted = ({ categories, services }: State): string[] => [
  ...Object.keys(categories).filter((id) => categories[id]),
  ...Object.keys(services).filter((id) => services[id]),
];
/** What is permitted where no one was asked. */
const UNASKED = ["necessary", "shop", "maps"];

describe("resume", () => {
  it("gives back a consent and a refusal as they were", () => {
    const yes = resume(storedChoice([ALL]), gate(), NOW);
    expect(yes).toMatchObject({
      status: "decided",
      subjectId: "subject-0001",
      decidedAt: NOW,
      expiresAt: NOW + 180 * DAY,
      source: null,
      pending: [],
      lapse: null,
    });
    expect(permitted(yes)).toEqual([
      "necessary",
      "performance",
      "marketing",
      ...SERVICES.map(({ id }) => id),
    ]);
    const no = resume(storedChoice([NONE]), gate(), NOW);
    expect(no).toMatchObject({ status: "decided", pending: [], lapse: null });
    expect(permitted(no)).toEqual(["necessary", "shop"]);
  });

  it("gives a frozen state", () => {
    const state = resume(storedChoice([ALL]), gate(), NOW);
    expect([state, state.categories, state.services, state.pending].every(Object.isFrozen)).toBe(
      true,
    );
  });

  it.each([
    ["undecided", []],
    ["corrupt", ["v=1&id=%E0%A4%A"]],
    ["of another version", [ALL.replace("v=1", "v=2")]],
    ["duplicated", [ALL, ALL]],
    ["duplicated with noise", [ALL, ""]],
    ["of another revision", [ALL.replace("r=1", "r=2")]],
    ["foreign: without fingerprints", [ALL.replace(/&f=.*/, "")]],
    [
      "foreign: of another controller",
      [choose({ kind: "accept-all" }, gate({ controller: { name: "Other" } }))],
    ],
    ["of a choice on both sides", [ALL.replace("no=", "no=performance")]],
  ])("permits nothing that asks for consent when the cookie is %s", (_what, texts) => {
    const state = resume(storedChoice(texts), gate(), NOW);
    expect(permitted(state)).toEqual(UNASKED);
    expect(state.status).toBe("undecided");
    expect(state.pending).toEqual(["performance", "marketing"]);
  });

  it("keeps a refusal exactly as long as a consent", () => {
    for (const text of [ALL, NONE]) {
      expect(resume(storedChoice([text]), gate(), NOW + 180 * DAY).status).toBe("decided");
      const after = resume(storedChoice([text]), gate(), NOW + 180 * DAY + 1);
      expect(after).toMatchObject({ status: "undecided", lapse: "expired", decidedAt: null });
      expect(permits(after, "performance")).toBe(false);
    }
  });

  it("follows the configured days", () => {
    const config = gate({ days: 7 });
    expect(resume(storedChoice([ALL]), config, NOW + 7 * DAY).status).toBe("decided");
    expect(resume(storedChoice([ALL]), config, NOW + 8 * DAY).lapse).toBe("expired");
  });

  it("allows a clock that is a day off and no more", () => {
    expect(resume(storedChoice([ALL]), gate(), NOW - DAY).status).toBe("decided");
    const future = resume(storedChoice([ALL]), gate(), NOW - DAY - 1);
    expect(future).toMatchObject({ status: "undecided", lapse: "expired" });
    expect(permitted(future)).toEqual(UNASKED);
  });

  it("says why an earlier choice no longer counts, and keeps the subject", () => {
    const state = resume(storedChoice([ALL]), gate({ revision: 2 }), NOW);
    expect(state).toMatchObject({ lapse: "invalidated", subjectId: "subject-0001" });
    expect(resume(storedChoice([]), gate(), NOW).lapse).toBeNull();
  });

  it("permits nothing optional where the configuration is not usable", () => {
    const state = resume(storedChoice([ALL]), gate({ controller: {} }), NOW);
    expect(state.status).toBe("undecided");
    expect(permits(state, "performance")).toBe(false);
    expect(permits(state, "stats")).toBe(false);
  });

  it("asks again for the category of a new service alone, and keeps the others", () => {
    const config = gate({ services: [...SERVICES, { id: "pixel", category: "marketing" }] });
    const state = resume(storedChoice([ALL]), config, NOW);
    expect(state).toMatchObject({
      status: "undecided",
      pending: ["marketing"],
      lapse: "invalidated",
    });
    expect(permits(state, "performance stats heat")).toBe(true);
    for (const id of ["marketing", "ads", "pixel", "!marketing", "!ads", "!pixel"]) {
      expect(permits(state, id), id).toBe(false);
    }
  });

  it("asks for a category that is in neither list, whatever its fingerprint", () => {
    const state = resume(
      storedChoice([ALL.replace("yes=performance+marketing", "yes=marketing")]),
      gate(),
      NOW,
    );
    expect(state.pending).toEqual(["performance"]);
    expect(permits(state, "marketing")).toBe(true);
    expect(permits(state, "performance")).toBe(false);
  });

  it("asks again for a category whose service changes its legal basis", () => {
    const services = SERVICES.map((service) =>
      service.id == "ads"
        ? { ...service, basis: "legitimate-interest", reason: "Pays for the site." }
        : service,
    );
    expect(resume(storedChoice([ALL]), gate({ services }), NOW).pending).toEqual(["marketing"]);
  });

  it("asks again for all when the controller's name changes", () => {
    const state = resume(storedChoice([ALL]), gate({ controller: { name: "Acme NV" } }), NOW);
    expect(state.pending).toEqual(["performance", "marketing"]);
  });

  it("asks nothing again for language, wording, layout or the order of services", () => {
    const config = gate({
      language: "nl",
      texts: { "*": { "banner.title": "Koekjes?" } },
      layout: "bar",
      policyUrl: "/other",
      controller: { name: " Acme BV ", address: "Elsewhere 1" },
      services: SERVICES.toReversed().map((service) => ({ ...service, name: "New name" })),
    });
    expect(resume(storedChoice([ALL]), config, NOW)).toMatchObject({
      status: "decided",
      pending: [],
    });
  });

  it("keeps a service that differs from its category, both ways", () => {
    const choices = { performance: true, heat: false, marketing: false, ads: true };
    const text = choose({ kind: "save", choices });
    expect(new URLSearchParams(text).get("yes")).toBe("performance ads");
    expect(new URLSearchParams(text).get("no")).toBe("marketing heat");
    const state = resume(storedChoice([text]), gate(), NOW);
    expect(state.categories).toMatchObject({ performance: true, marketing: false });
    expect(state.services).toMatchObject({ stats: true, heat: false, ads: true });
  });

  it("lets a legitimate interest run until someone objects", () => {
    expect(permits(resume(storedChoice([]), gate(), NOW), "maps")).toBe(true);
    expect(
      permits(
        resume(storedChoice([choose({ kind: "withdraw", id: "maps" })]), gate(), NOW),
        "maps",
      ),
    ).toBe(false);
  });

  it.each([
    ["expiry", gate(), NOW + 400 * DAY],
    ["a new revision", gate({ revision: 2 }), NOW],
    ["a new controller", gate({ controller: { name: "Acme NV" } }), NOW],
  ])("keeps an objection to a legitimate interest over %s", (_what, config, now) => {
    const text = choose({ kind: "save", choices: { performance: true, maps: false } });
    const state = resume(storedChoice([text]), config, now);
    expect(state.services["maps"]).toBe(false);
    expect(state.services["stats"]).toBe(false);
    expect(state.status).toBe("undecided");
  });

  it("does not take an id of the cookie for one that the configuration does not know", () => {
    const state = resume(
      storedChoice([ALL.replace("yes=", "yes=toString+__proto__+evil+")]),
      gate(),
      NOW,
    );
    for (const id of ["toString", "__proto__", "evil", "constructor"]) {
      expect(permits(state, id), id).toBe(false);
    }
  });
});
