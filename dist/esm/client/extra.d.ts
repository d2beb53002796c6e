import type { Extra } from "./session.ts";
/** Seldom needed: the words for problems, and the clean-up after a withdrawal. */
export declare const extra: Extra;
