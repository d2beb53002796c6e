import { expect, test } from "vitest";
import { readGpc } from "./gpc.ts";

test("counts as on only where the browser says true", () => {
  expect(readGpc({ globalPrivacyControl: true })).toBe(true);
});

test("is off where the browser says false, says something else, or does not know it", () => {
  for (const value of [false, "1", 1, undefined, null, {}]) {
    expect(readGpc({ globalPrivacyControl: value })).toBe(false);
  }
  expect(readGpc({})).toBe(false);
});
