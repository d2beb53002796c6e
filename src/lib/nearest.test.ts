import { expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const NAMES = ["id", "dataLayer", "config", "category", "privacyUrl"];

it.each([
  ["datalayer", "dataLayer"],
  ["confg", "config"],
  ["ctaegory", "category"],
  ["siteId", "id"],
  ["ID", "id"],
  ["idd", "id"],
  ["privacyURI", "privacyUrl"],
])("takes %s for %s", (wrong, name) => {
  expect(nearest(wrong, NAMES)).toBe(name);
});

it.each(["", "x", "xy", "colour", "dataRegion"])("takes “%s” for nothing", (wrong) => {
  expect(nearest(wrong, NAMES)).toBeUndefined();
});

it("has nothing to take it for where there is no name", () => {
  expect(nearest("id", [])).toBeUndefined();
});
