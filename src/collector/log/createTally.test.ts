import { describe, expect, it } from "vitest";
import { createTally } from "./createTally.ts";

const DAY = "2026-11-22";
const SITE = "shop.example";
const EMPTY = { tally: new Map(), daily: new Map() };
const record = (categories: Record<string, boolean> = { performance: true }, site = SITE) => ({
  site,
  event: "given",
  categories,
});
const many = (count: number, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`c-${from + i}`, true]));

describe("createTally", () => {
  it("counts a decision under its banner and for the day", () => {
    const tally = createTally(EMPTY, DAY);
    tally.add(record(), "n1");
    tally.add(record({ performance: false }), "");
    const { counts, daily } = tally.sums();
    const base = { day: DAY, site: SITE };
    expect(counts).toEqual([
      { ...base, notice: "", name: "event:given", n: 1 },
      { ...base, notice: "", name: "no:performance", n: 1 },
      { ...base, notice: "n1", name: "event:given", n: 1 },
      { ...base, notice: "n1", name: "yes:performance", n: 1 },
    ]);
    expect(daily).toContainEqual({ ...base, name: "event:given", n: 2 });
    expect(daily).toContainEqual({ ...base, name: "banner", n: 1 });
  });

  it("has so many names for a banner and no more, whatever strangers call their categories", () => {
    const tally = createTally(EMPTY, DAY);
    for (let i = 0; i < 1_000; i++) tally.add(record(many(40, i * 40)), "n1");
    const { counts, daily } = tally.sums();
    expect(counts.length).toBeLessThan(100);
    expect(daily.length).toBeLessThan(100);
    expect(counts.find(({ name }) => name == "event:given")!.n).toBe(1_000);
    // Nothing is lost: what is too much is summed.
    const answers = counts.filter(({ name }) => name.startsWith("yes:"));
    expect(answers.reduce((sum, { n }) => sum + n, 0)).toBe(40_000);
    expect(answers.find(({ name }) => name == "yes:other")!.n).toBeGreaterThan(39_000);
  });

  it("tells so many banners of a day apart and no more", () => {
    const tally = createTally(EMPTY, DAY);
    for (let i = 0; i < 1_000; i++) tally.add(record(), `n${i}`);
    const banners = new Set(tally.sums().counts.map(({ notice }) => notice));
    expect(banners.size).toBe(201);
    expect(banners).toContain("other");
  });

  it("goes on with what is counted already, after a restart as before it", () => {
    const names = new Set(Array.from({ length: 90 }, (_, i) => `yes:c-${i}`));
    const seen = {
      tally: new Map([[`${SITE} n1`, names]]),
      daily: new Map([[SITE, new Map([["banner", 200]])]]),
    };
    const tally = createTally(seen, DAY);
    tally.add(record({ "c-5": true, fresh: true }), "n1");
    tally.add(record(), "n2");
    const found = tally.sums().counts.map(({ notice, name }) => `${notice} ${name}`);
    expect(found).toContain("n1 yes:c-5");
    expect(found).toContain("n1 yes:other");
    expect(found).toContain("other yes:performance");
    expect(found.join()).not.toMatch(/fresh|n2/);
  });

  it("takes so many new notices of a site in a day", () => {
    const daily = new Map([[SITE, new Map([["notice", 198]])]]);
    const tally = createTally({ tally: new Map(), daily }, DAY);
    expect([1, 2, 3].map(() => tally.takeNotice(SITE, 200))).toEqual([true, true, false]);
    expect(tally.takeNotice("other.example", 200)).toBe(true);
  });

  it("puts right what was counted before the text of its banner came", () => {
    const tally = createTally(EMPTY, DAY);
    tally.add(record(), "");
    tally.move(record(), "n1");
    const { counts, daily } = tally.sums();
    expect(counts.filter(({ notice }) => !notice).map(({ n }) => n)).toEqual([0, 0]);
    expect(counts.filter(({ notice }) => notice == "n1").map(({ n }) => n)).toEqual([1, 1]);
    expect(daily.find(({ name }) => name == "event:given")!.n).toBe(1);
  });
});
