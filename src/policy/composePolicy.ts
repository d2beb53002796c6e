import { dict } from "../lib/dict.ts";
import type { Plan } from "./createPlan.ts";

/** The directives of a plan for the services that are permitted. Small, because a service worker carries it too. */
export function composePolicy(
  { floor, parts }: Pick<Plan, "floor" | "parts">,
  permitted: readonly string[],
): Record<string, readonly string[]> {
  const directives = dict<readonly string[]>();
  for (const name of Object.keys(floor)) {
    const sources = new Set(floor[name]);
    for (const id of permitted) for (const source of parts[id]?.[name] ?? []) sources.add(source);
    directives[name] = [...sources];
  }
  return directives;
}
