import { describe, expect, it } from "vitest";
import { parseGate } from "../config/parseGate.ts";
import type { Earlier, Migration } from "../config/parts.ts";
import { importIntent } from "./importIntent.ts";

const NOW = Date.UTC(2026, 4, 3);
const DAY = 86_400_000; // milliseconds
const config = parseGate(
  {
    controller: { name: "Acme BV" },
    days: 100,
    services: [
      { id: "stats", category: "performance" },
      { id: "heat", category: "performance" },
      { id: "maps", category: "performance", basis: "legitimate-interest", reason: "The way." },
    ],
  },
  () => {},
);
const choose = (
  map: Record<string, string>,
  answers: Record<string, boolean>,
  more: Omit<Earlier, "answers"> = {},
  grants = true,
): Record<string, boolean> | null => {
  const migration: Migration = { id: "x", map, read: () => ({ answers, ...more }) };
  const intent = importIntent(
    migration,
    { cookies: () => [], local: () => null },
    config,
    NOW,
    grants,
  );
  return intent && { ...(intent as { choices: Record<string, boolean> }).choices };
};

describe("an earlier choice", () => {
  it("answers what the mapping names and nothing else", () => {
    const answers = { A: true, B: false, C: true, marketing: true, stats: true };
    expect(choose({ A: "performance" }, answers)).toEqual({ performance: true });
    expect(choose({ A: "performance", B: "marketing" }, answers)).toEqual({
      performance: true,
      marketing: false,
    });
    expect(choose({ A: "performance", D: "marketing" }, answers)).toEqual({ performance: true });
    expect(choose({}, answers)).toBeNull();
    expect(choose({ constructor: "performance", toString: "marketing" }, answers)).toBeNull();
  });

  it("is a yes only where everything mapped to an id was; half a refusal is a refusal", () => {
    const map = { A: "performance", B: "performance" };
    expect(choose(map, { A: true, B: true })).toEqual({ performance: true });
    expect(choose(map, { A: true, B: false })).toEqual({ performance: false });
    expect(choose(map, { A: false, B: true })).toEqual({ performance: false });
    expect(choose(map, { A: true })).toBeNull();
    expect(choose(map, { B: false })).toEqual({ performance: false });
  });

  it("that a neighbour may have planted brings refusals and no grant", () => {
    const map = { A: "performance", B: "marketing", C: "stats", D: "heat" };
    const planted = (answers: Record<string, boolean>) => choose(map, answers, {}, false);
    expect(planted({ A: true, B: true })).toBeNull();
    expect(planted({ A: true, B: false })).toEqual({ marketing: false });
    expect(planted({ C: true, D: true })).toBeNull();
    expect(planted({ B: false, C: true, D: false })).toEqual({ marketing: false, heat: false });
    expect(choose({ C: "stats", D: "heat" }, { C: true, D: false }, {}, false)).toEqual({
      performance: false,
      heat: false,
    });
  });

  it("is a partial choice, made by no one on this page", () => {
    const map = { A: "marketing" };
    const migration: Migration = { id: "x", map, read: () => ({ answers: { A: true } }) };
    const world = { cookies: () => [], local: () => null };
    expect(importIntent(migration, world, config, NOW, true)).toEqual({
      ...{ kind: "save", source: "import", trusted: false, partial: true },
      choices: expect.objectContaining({ marketing: true }) as object,
    });
  });

  it("says nothing of what is necessary, beside what it answers", () => {
    expect(choose({ A: "necessary marketing" }, { A: false })).toEqual({ marketing: false });
  });

  it("of one name may be about several ids", () => {
    expect(choose({ A: " marketing  stats " }, { A: true })).toEqual({
      marketing: true,
      stats: true,
    });
  });

  it("about services answers their category once it has answers for all that ask for consent", () => {
    const map = { A: "stats", B: "heat" };
    expect(choose(map, { A: true, B: true })).toMatchObject({ performance: true });
    expect(choose(map, { A: true, B: false })).toEqual({
      performance: false,
      stats: true,
      heat: false,
    });
    expect(choose(map, { A: true })).toBeNull();
    expect(choose({ ...map, C: "performance" }, { A: true, B: true })).toBeNull();
    expect(choose({ ...map, C: "performance" }, { A: true, B: true, C: false })).toMatchObject({
      performance: false,
    });
  });

  it("says nothing about what is necessary or unknown alone", () => {
    expect(choose({ A: "necessary", B: "nope" }, { A: false, B: true })).toBeNull();
  });

  it("counts no longer than a choice made here, and not from the future", () => {
    const at = (time: number): unknown => choose({ A: "marketing" }, { A: true }, { at: time });
    expect(at(NOW - 100 * DAY)).toEqual({ marketing: true });
    expect(at(NOW - 100 * DAY - 1)).toBeNull();
    expect(at(NOW + DAY)).toEqual({ marketing: true });
    expect(at(NOW + DAY + 1)).toBeNull();
    expect(at(NaN)).toBeNull();
  });

  it("is none where none was made", () => {
    const migration: Migration = { id: "x", map: { A: "marketing" }, read: () => null };
    const world = { cookies: () => [], local: () => null };
    expect(importIntent(migration, world, config, NOW, true)).toBeNull();
  });
});
