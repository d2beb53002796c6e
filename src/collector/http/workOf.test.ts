import { describe, expect, it } from "vitest";
import { createPlaces } from "./places.ts";
import { tokenBuckets } from "./tokenBuckets.ts";
import { workOf } from "./workOf.ts";

describe("workOf", () => {
  it("is one for an ordinary record, and the largest of lines, bytes and keys for others", () => {
    expect(workOf("")).toBe(1);
    expect(workOf("x".repeat(1_200))).toBe(1);
    expect(workOf("x\n\ny\n z")).toBe(3);
    expect(workOf("x".repeat(64_000))).toBe(50);
    // Bytes, not characters.
    expect(workOf("€".repeat(10_000))).toBe(24);
    expect(workOf(JSON.stringify({ text: `{"a":true,${'"b":false,'.repeat(99)}` }))).toBe(10);
  });
});

describe("tokenBuckets", () => {
  it("charges what work costs, and lets what is dearer than a bucket pass when it is full", () => {
    const allow = tokenBuckets(1, 10);
    expect(allow("a", 0, 7)).toBe(true);
    expect(allow("a", 0, 4)).toBe(false);
    expect(allow("a", 0, 3)).toBe(true);
    expect(allow("a", 9_000, 50)).toBe(false);
    expect(allow("a", 10_000, 50)).toBe(true);
    expect(allow("b", 10_000, 10)).toBe(true);
  });
});

describe("createPlaces", () => {
  it("gives one network no more than its share, and all no more than there are", () => {
    const places = createPlaces(3, 2);
    expect(["a", "a", "a", "b", "c"].map((network) => places.take(network))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
    places.giveBack("a");
    expect(places.isFull("a")).toBe(false);
    expect(places.take("c")).toBe(true);
    expect(places.isFull("d")).toBe(true);
  });
});
