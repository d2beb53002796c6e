import { keysOf } from "../../../lib/keysOf.ts";
import { own } from "../../../lib/own.ts";

/** A copy of an option that is itself a set of options; empty where it is none. */
export function record(options: unknown, key: string): Record<string, unknown> {
  const value = own(options, key);
  return Object.fromEntries(keysOf(value).map((name) => [name, own(value, name)]));
}
