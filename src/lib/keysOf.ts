import { attempt } from "./attempt.ts";

/** Own enumerable string keys of an unknown value; null, or a proxy that throws, has none. */
export function keysOf(value: unknown): string[] {
  return attempt(() => typeof value == "object" && Object.keys(value!)) || [];
}
