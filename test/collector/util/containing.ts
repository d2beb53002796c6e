import { expect } from "vitest";

/** Matches a text that contains this one. */
export const containing = (text: string): unknown => expect.stringContaining(text);

/** Matches a text of this form. */
export const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
