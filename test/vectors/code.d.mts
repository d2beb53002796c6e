import type { writePolicies } from "../../src/build/policy/writePolicies.ts";
import type { parseGate } from "../../src/core/config/parseGate.ts";
import type { nodePolicy } from "../../src/entries/policy.ts";

/** What the vector test measures. */
export interface Policies {
  nodePolicy: typeof nodePolicy;
  parseGate: typeof parseGate;
  writePolicies: typeof writePolicies;
  /** Text of consentry.sw.js. */
  workerCode: string;
  /** Text that puts the monitor's door at `monitor`. */
  monitorCode?: string;
}
