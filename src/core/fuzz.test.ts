import { expect, it } from "vitest";
import { fuzzCookies } from "../../scripts/fuzz.mjs";
import { decide } from "./decide.ts";
import { parseGate } from "./parseGate.ts";
import { permits } from "./permits.ts";
import { resume } from "./resume.ts";
import { toCookie } from "./toCookie.ts";

const core = { parseGate, resume, decide, toCookie, permits };

it("20,000 random cookies throw nothing and permit nothing that was not chosen", () => {
  expect(fuzzCookies(core, { runs: 20_000, seed: 1 }).failures).toEqual([]);
});

it("the trial sees an engine that believes too much", () => {
  const credulous = { ...core, permits: () => true };
  expect(fuzzCookies(credulous, { runs: 50, seed: 1 }).failed).toBeGreaterThan(0);
  const fragile = {
    ...core,
    resume: ((texts, config, now) => {
      if (texts.length == 1) throw new Error("fragile");
      return resume(texts, config, now);
    }) satisfies typeof resume,
  };
  expect(fuzzCookies(fragile, { runs: 50, seed: 1 }).failed).toBeGreaterThan(0);
});
