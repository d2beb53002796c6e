import { expect, it } from "vitest";
import { explain } from "./explain.ts";

it("takes the place as it is, dollar signs and braces too", () => {
  expect(explain({ code: "unknown-option", at: "$& $1 {at}" })).toContain("“$& $1 {at}”");
});
