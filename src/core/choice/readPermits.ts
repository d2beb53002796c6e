import { NECESSARY } from "../config/config.ts";
import { dict } from "../../lib/dict.ts";
import type { HeadFacts } from "./headFacts.ts";

const DAY = 86_400; // seconds

/**
 * What a stored choice permits, by the rules of `core/resume`, or null where it does not count in full:
 * none or two, not parseable, expired, dated in the future, another revision, or a category that is to
 * be asked again. Stricter than `resume`, which keeps the other categories: that is left to the
 * script that takes over.
 */
export function readPermits(
  stored: string,
  { days, text, ids }: HeadFacts,
  now: number,
): ((ids: string) => boolean) | null {
  const [, at, yes, no, prints] = text.exec(stored)?.map((part) => part.split("+")) ?? [];
  const age = now / 1000 - +at!; // A list of one number, or nothing.
  if (!(age <= days * DAY && age >= -DAY) || yes!.some((id) => id && no!.includes(id))) return null;
  const answers = dict<boolean>();
  answers[NECESSARY] = true;
  for (const [id, parent = id] of ids) {
    const permitted = yes!.includes(id);
    const refused = no!.includes(id);
    if (id == parent && (permitted || refused) != prints!.some((one) => one.startsWith(`${id}.`))) {
      return null;
    }
    answers[id] = parent == NECESSARY || (!refused && (!parent || permitted || answers[parent]!));
    // A category may not have been asked for.
    answers[`!${id}`] = id == parent ? refused : !answers[id];
  }
  return (needs) =>
    needs
      .trim()
      .split(/\s+/)
      .every((token) => answers[token]);
}
