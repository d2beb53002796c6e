import { attempt } from "./attempt.ts";

/**
 * The first items of an unknown value if it is a list, else null. One made to throw (a revoked proxy,
 * a hostile getter) is the same as none.
 */
export function listOf(value: unknown, most: number): unknown[] | null {
  return attempt(() => Array.isArray(value) && value.slice(0, most)) || null;
}
