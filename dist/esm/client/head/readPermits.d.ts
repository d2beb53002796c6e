import type { HeadData } from "./headData.ts";
/**
 * What a stored choice permits, by the rules of `core/resume`, or null where it does not count in full:
 * none or two, not parseable, expired, dated in the future, another revision, or a category that is to
 * be asked again. Stricter than `resume`, which keeps the other categories: that is left to the
 * script that takes over.
 */
export declare function readPermits(texts: readonly string[], { days, revision, asked, services }: Omit<HeadData, "signals" | "name">, now: number): ((ids: string) => boolean) | null;
