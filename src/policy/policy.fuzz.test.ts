import { expect, it } from "vitest";
import { fuzzPolicies } from "../../scripts/policyFuzz.mjs";
import { decide } from "../core/choice/decide.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { resume } from "../core/choice/resume.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { readConsent } from "../entries/server.ts";
import { policy } from "./policy.ts";

it("1,000 random sites and cookies make policies that parse, are never wider, and open nothing unasked", () => {
  const doors = { policy, readConsent, parseGate, decide, resume, toCookie };
  const { failures, open } = fuzzPolicies(doors, { runs: 1000, seed: 1 });
  expect(failures).toEqual([]);
  expect(open).toBeGreaterThan(100);
});
