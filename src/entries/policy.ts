/** The door `consentry/policy`: headers that stop in the browser what consent does not cover. */
export { createPolicy } from "../policy/createPolicy.ts";
export { policy } from "../policy/policy.ts";
export { honoPolicy } from "../policy/server/honoPolicy.ts";
export { nodePolicy } from "../policy/server/nodePolicy.ts";
export { withPolicy } from "../policy/server/withPolicy.ts";
export type { Policy, PolicyBase } from "../policy/policyBase.ts";
