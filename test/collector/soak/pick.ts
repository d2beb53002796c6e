import { randomInt } from "node:crypto";

/** Any one of a list. */
export function pick<T>(list: readonly T[]): T {
  return list[randomInt(list.length)]!;
}

/** Another character of the same alphabet somewhere in a text. */
export function nudge(text: string): string {
  const at = randomInt(text.length);
  return text.slice(0, at) + pick([...'Aa0b9/+Zz\n "', "é"]) + text.slice(at + 1);
}
