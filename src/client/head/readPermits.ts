import { NECESSARY } from "../../core/config.ts";
import { decodeCookie } from "../../core/cookieText.ts";
import { dict } from "../../lib/dict.ts";
import type { HeadData } from "./headData.ts";

const DAY = 86_400; // seconds

/**
 * What a stored choice permits, by the rules of `core/resume`, or null where it does not count in full:
 * none or two, not parseable, expired, dated in the future, another revision, or a category that is to
 * be asked again. Stricter than `resume`, which keeps the other categories: that is left to the
 * script that takes over.
 */
export function readPermits(
  texts: readonly string[],
  { days, revision, asked, services }: Omit<HeadData, "signals" | "name">,
  now: number,
): ((ids: string) => boolean) | null {
  const stored = texts.length == 1 && decodeCookie(texts[0]!);
  if (!stored || stored.revision != revision) return null;
  const age = now / 1000 - stored.at;
  if (!(age <= days * DAY && age >= -DAY)) return null;
  const { yes, no } = stored;
  const answers = dict<boolean>();
  answers[NECESSARY] = true;
  for (const [id, print] of asked) {
    answers[id] = yes.includes(id);
    if (!stored.prints.includes(`${id}.${print}`) || !(answers[id] || no.includes(id))) return null;
  }
  for (const [id, category] of services) {
    answers[id] =
      category == NECESSARY ||
      (!no.includes(id) && (!category || yes.includes(id) || answers[category]!));
  }
  return (ids) => {
    const tokens = ids.split(/\s+/).filter(Boolean);
    return (
      tokens.length > 0 &&
      tokens.every((token) =>
        token[0] == "!" ? answers[token.slice(1)] === false : answers[token],
      )
    );
  };
}
