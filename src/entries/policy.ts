/** The entry point `consentry/policy`: headers that stop in the browser what consent does not cover. */
export { createPolicy } from "../policy/createPolicy.ts";
export { policy } from "../policy/policy.ts";
export { honoPolicy, type HonoContext } from "../policy/server/honoPolicy.ts";
export { nodePolicy, type NodeRequest, type NodeResponse } from "../policy/server/nodePolicy.ts";
export { withPolicy, type BaseFor } from "../policy/server/withPolicy.ts";
export type { Policy, PolicyBase } from "../policy/policyBase.ts";
