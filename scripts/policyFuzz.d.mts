import type { decide } from "../src/core/choice/decide.ts";
import type { parseGate } from "../src/core/config/parseGate.ts";
import type { resume } from "../src/core/choice/resume.ts";
import type { toCookie } from "../src/core/choice/toCookie.ts";
import type { readConsent } from "../src/entries/server.ts";
import type { policy } from "../src/policy/policy.ts";

export function fuzzPolicies(
  doors: {
    policy: typeof policy;
    readConsent: typeof readConsent;
    parseGate: typeof parseGate;
    decide: typeof decide;
    resume: typeof resume;
    toCookie: typeof toCookie;
  },
  options: { runs: number; seed: number },
): { runs: number; failed: number; failures: string[]; open: number };
