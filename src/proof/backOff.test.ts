import { describe, expect, it } from "vitest";
import { backOff } from "./backOff.ts";

const now = Date.UTC(2026, 4, 1);
const last = (tries: number) => ({ key: "next", tries, at: 0, status: 503 });
const wait = (tries: number, random: number, retryAfter?: string | null) =>
  backOff(
    last(tries),
    { status: 503, ...(retryAfter === undefined ? {} : { retryAfter }) },
    {
      random,
      now,
    },
  ).at - now;

describe("backOff", () => {
  it("waits up to 1, 2, 4 … seconds, and never more than five minutes", () => {
    expect([0, 1, 2, 8, 9, 40, 2000].map((tries) => wait(tries, 1))).toEqual([
      1000, 2000, 4000, 256_000, 300_000, 300_000, 300_000,
    ]);
  });

  it("takes any moment from nothing to the longest, so that pages do not come back together", () => {
    expect(wait(3, 0)).toBe(0);
    expect(wait(3, 0.5)).toBe(4000);
  });

  it("counts the failures and keeps the status", () => {
    const facts = { random: 0, now };
    expect(backOff(undefined, { status: 0 }, facts)).toEqual({
      key: "next",
      tries: 1,
      at: now,
      status: 0,
    });
    expect(backOff(last(4), { status: 429 }, facts)).toMatchObject({ tries: 5, status: 429 });
  });

  it("honours Retry-After in seconds and as a date, where that is later", () => {
    expect(wait(0, 1, "30")).toBe(30_000);
    expect(wait(9, 1, "30")).toBe(300_000);
    expect(wait(0, 0, new Date(now + 45_000).toUTCString())).toBe(45_000);
    expect(wait(0, 1, new Date(now - 45_000).toUTCString())).toBe(1000);
  });

  it("does not believe a Retry-After that is noise, and waits a day at the most", () => {
    for (const noise of ["", "soon", "-5", "NaN", "1e", null]) expect(wait(0, 1, noise)).toBe(1000);
    expect(wait(0, 1, "999999999")).toBe(86_400_000);
    expect(wait(0, 1, "Infinity")).toBe(86_400_000);
  });
});
