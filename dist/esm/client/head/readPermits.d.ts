import type { HeadFacts } from "./headData.ts";
/**
 * What a stored choice permits, by the rules of `core/resume`, or null where it does not count in full:
 * none or two, not parseable, expired, dated in the future, another revision, or a category that is to
 * be asked again. Stricter than `resume`, which keeps the other categories: that is left to the
 * script that takes over.
 */
export declare function readPermits(stored: string, { days, text, ids }: HeadFacts, now: number): ((ids: string) => boolean) | null;
