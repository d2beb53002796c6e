import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesName } from "./matchesName.ts";

describe("matchesName", () => {
  it.each([
    ["_ga", "_ga"],
    ["_ga_*", "_ga_"],
    ["_ga_*", "_ga_ABC123"],
    ["*_id", "user_id"],
    ["a*b*c", "abc"],
    ["a*b*c", "a-b-b-c"],
    ["*", ""],
    ["*", "anything"],
    ["a**b", "ab"],
    ["*aa*", "xaay"],
    ["a.b+(c)[d]", "a.b+(c)[d]"],
    ["*ab*b", "abab"],
  ])("%s fits %s", (pattern, name) => {
    expect(matchesName(pattern, name)).toBe(true);
  });

  it.each([
    ["_ga", "_gat"],
    ["_ga", "x_ga"],
    ["_ga", "_GA"],
    ["_ga_*", "_ga"],
    ["a*b", "a"],
    ["a*a", "a"],
    ["ab*ba", "aba"],
    ["*b*b*", "ab"],
    ["a*b*c", "acb"],
    ["a.b", "axb"],
    ["[ab]*", "a"],
    ["", "a"],
  ])("%s does not fit %s", (pattern, name) => {
    expect(matchesName(pattern, name)).toBe(false);
  });

  it("agrees with an expression built for the purpose", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "*"), maxLength: 10 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const parts = pattern.split("*").map((part) => part.replaceAll(/[^ab]/g, ""));
        expect(matchesName(pattern, name)).toBe(new RegExp(`^${parts.join(".*")}$`).test(name));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["stars alone", "*".repeat(10_000), "a".repeat(10_000)],
    ["stars and a letter that is not there", `${"a*".repeat(5000)}b`, "a".repeat(10_000)],
    ["stars that each fit", "*a".repeat(5000), "a".repeat(10_000)],
    ["a long tail", `*${"a".repeat(5000)}b`, "a".repeat(10_000)],
    ["a long middle", `*${"a".repeat(5000)}b*`, "a".repeat(10_000)],
    ["a long middle, again and again", `*${"a".repeat(100)}b`.repeat(100), "a".repeat(10_000)],
  ])("takes less than 50 ms for %s", (_what, pattern, name) => {
    matchesName(pattern, name);
    const start = performance.now();
    matchesName(pattern, name);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
