import type { Finding } from "../../../core/problems/problem.ts";
import { keysOf } from "../../../lib/keysOf.ts";

/** A finding for each option that has none of these names: nothing that a site writes is dropped silently. */
export function unknownOptions(options: unknown, names: readonly string[]): Finding[] {
  return keysOf(options)
    .filter((name) => !names.includes(name))
    .map((at) => ({ code: "unknown-option", at, names }));
}
