import { expect, it } from "vitest";
import { matchesHost } from "./matchesHost.ts";

it.each([
  ["vendor.test", "vendor.test", true],
  ["vendor.test", "a.vendor.test", false],
  ["vendor.test", "myvendor.test", false],
  ["*.vendor.test", "a.vendor.test", true],
  ["*.vendor.test", "a.b.vendor.test", true],
  ["*.vendor.test", "vendor.test", false],
  ["*.vendor.test", "myvendor.test", false],
  ["*.vendor.test", "vendor.test.evil.test", false],
  ["a.*.test", "a.vendor.test", false],
  ["*", "vendor.test", false],
  ["", "vendor.test", false],
])("takes %j for %j: %j", (declared, host, fits) => {
  expect(matchesHost(declared, host)).toBe(fits);
});
