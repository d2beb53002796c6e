import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth } from "../../test/util/growth.ts";
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
    ["stars alone", (size: number) => "*".repeat(size)],
    ["stars and a letter that is not there", (size: number) => `${"a*".repeat(size / 2)}b`],
    ["stars that each fit", (size: number) => "*a".repeat(size / 2)],
    ["a long tail", (size: number) => `*${"a".repeat(size / 2)}b`],
    ["a long middle", (size: number) => `*${"a".repeat(size / 2)}b*`],
    ["a long middle, again and again", (size: number) => `*${"a".repeat(100)}b`.repeat(size / 100)],
  ])(
    "takes four times as long for four times the length, and not its square: %s",
    (_what, make) => {
      const run = (size: number): unknown => matchesName(make(size), "a".repeat(size));
      expect(growth(run, 2500, 10_000)).toBeLessThan(12);
    },
  );
});
