import { describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.ts";
import { parseGate } from "../config/parseGate.ts";

const STATS = { id: "stats", category: "performance" };
const HEAT = { id: "heat", category: "performance" };
const print = (options: object = {}, category = "performance"): string =>
  fingerprint(
    parseGate({ controller: { name: "Acme BV" }, services: [STATS, HEAT], ...options }, () => {}),
    category,
  );

describe("fingerprint", () => {
  it("fits into the cookie: a few letters and digits", () => {
    expect(print()).toMatch(/^[0-9a-z]{1,7}$/);
  });

  it("is the same on every page of one site", () => {
    expect(print()).toBe(print());
    expect(print({ services: [HEAT, STATS] })).toBe(print());
  });

  it.each([
    ["language", { language: "fr" }],
    ["wording", { texts: { en: { "banner.title": "Hi" } } }],
    ["layout", { layout: "bar" }],
    ["days", { days: 90 }],
    ["the controller's address", { controller: { name: "Acme BV", address: "Elsewhere" } }],
    [
      "a service of another category",
      { services: [STATS, HEAT, { id: "ads", category: "marketing" }] },
    ],
    ["a service's name and storage", { services: [{ ...STATS, name: "S", storage: [] }, HEAT] }],
    ["one more category", { categories: ["performance", "marketing", "social"] }],
  ])("does not change with %s", (_what, options) => {
    expect(print(options)).toBe(print());
  });

  it.each([
    ["the controller", { controller: { name: "Acme NV" } }],
    ["a service more", { services: [STATS, HEAT, { id: "new", category: "performance" }] }],
    ["a service less", { services: [STATS] }],
    [
      "a legal basis",
      { services: [STATS, { ...HEAT, basis: "legitimate-interest", reason: "Because." }] },
    ],
  ])("changes with %s", (_what, options) => {
    expect(print(options)).not.toBe(print());
  });

  it("does not take the end of one name for the beginning of the next", () => {
    const named = (name: string, category: string): string =>
      print({ controller: { name }, categories: [category], services: [] }, category);
    expect(named("Acme", "bv")).not.toBe(named("Acmeb", "v"));
  });

  it("differs between categories that hold nothing", () => {
    expect(print({ services: [] }, "performance")).not.toBe(print({ services: [] }, "marketing"));
  });
});
