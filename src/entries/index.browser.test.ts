// Copy into src/entries/ to run. "Mistakes in the options are told as problems, never thrown."
import { expect, it } from "vitest";
import { createConsent } from "./index.ts";

const make = createConsent as (options: unknown) => ReturnType<typeof createConsent>;
it.each([
  undefined,
  null,
  { controller: { name: "A" }, signals: "x" },
  { controller: { name: "A" }, signals: [null] },
  { controller: { name: { toString: 1, valueOf: 1 } } },
])("is told, not thrown: %j", (options) => {
  expect(() => {
    const consent = make(options);
    consent.start();
    consent.destroy();
  }).not.toThrow();
});
