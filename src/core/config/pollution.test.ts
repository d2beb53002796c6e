import { afterEach, describe, expect, it } from "vitest";
import { decide } from "../choice/decide.ts";
import { parseConfig } from "./parseConfig.ts";
import { permits } from "../choice/permits.ts";
import { resume } from "../choice/resume.ts";
import { storedChoice } from "../choice/storedChoice.ts";
import type { Intent } from "../choice/state.ts";
import { toCookie } from "../choice/toCookie.ts";

const NOW = Date.UTC(2026, 4, 3, 10);
const OPTIONS = {
  controller: { name: "Acme BV" },
  services: [
    { id: "shop", category: "necessary", reason: "Keeps the basket." },
    { id: "stats", category: "performance", storage: [{ name: "_st", medium: "cookie" }] },
    { id: "ads", category: "marketing" },
  ],
};

/** Everything that follows from the options, as one text. */
function outcome(): string {
  const { config, findings } = parseConfig(OPTIONS);
  const undecided = resume(storedChoice([]), config, NOW);
  const states = [undecided];
  for (const intent of [
    { kind: "accept-all" },
    { kind: "reject-all" },
    { kind: "save", choices: { performance: true } },
    { kind: "withdraw", id: "performance" },
  ]) {
    const by = { source: "api", trusted: false, ...intent } as Intent;
    states.push(decide(undecided, by, config, { now: NOW, newId: "subject-0001" }).state);
  }
  const texts = states.map((state) => toCookie(state, config));
  states.push(...texts.map((text) => resume(storedChoice([text]), config, NOW)));
  const ids = ["performance", "marketing", "shop", "stats", "ads", "polluted", "!ads"];
  return JSON.stringify([
    findings,
    config.policyUrl,
    config.days,
    config._hostOnly,
    config.nonce,
    config.signals,
    config.layout,
    config.categories,
    config.services.map((service) => [
      service.id,
      service.basis,
      typeof service.load,
      service.reason,
      service.storage,
    ]),
    texts,
    states.map((state) => [state.status, state.pending, ids.map((id) => permits(state, id))]),
  ]);
}

const CLEAN = outcome();
const planted: string[] = [];
const plant = (key: string, value: unknown): void => {
  planted.push(key);
  Object.defineProperty(Object.prototype, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
};

afterEach(() => {
  for (const key of planted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
});

describe("a polluted Object.prototype", () => {
  it.each<[key: string, value: unknown]>([
    ["load", () => {}],
    ["grant", () => {}],
    ["domain", "evil.example"],
    ["yes", ["performance"]],
    ["no", ["performance"]],
    ["prints", {}],
    ["nonce", "planted"],
    ["basis", "necessary"],
    ["reason", "Because."],
    ["category", "necessary"],
    ["days", 400],
    ["revision", 9],
    ["hostOnly", true],
    ["categories", ["polluted"]],
    ["services", [{ id: "polluted", category: "necessary", reason: "x" }]],
    ["signals", ["polluted"]],
    ["performance", true],
    ["marketing", true],
    ["polluted", true],
    ["choices", { marketing: true }],
    ["storage", [{ name: "x", medium: "cookie" }]],
    ["keep", true],
    ["httpOnly", true],
    ["policyUrl", "https://evil.example"],
    ["layout", "bar"],
    ["usable", true],
    ["0", "polluted"],
  ])("changes nothing by %s", (key, value) => {
    plant(key, value);
    const polluted = outcome();
    for (const one of planted.splice(0)) Reflect.deleteProperty(Object.prototype, one);
    expect(polluted).toBe(CLEAN);
  });

  it("makes no controller", () => {
    plant("controller", { name: "Evil Ltd" });
    plant("name", "Evil Ltd");
    const { _usable: usable } = parseConfig({}).config;
    expect(usable).toBe(false);
  });
});
