import type { UiHost } from "../core/parts.ts";
import type { Texts } from "./createTexts.ts";
/**
 * Puts every text that the language on show lacks, and that is therefore said in English, between `⟦` and
 * `⟧`, and tells the site's owner as `text-missing`: the keys, or the language where all of it is missing.
 * Only where a site is made: visitors read plain English.
 *
 * @returns whether there were any, so that what is on show has to be drawn again.
 */
export declare function markMissing(host: UiHost, { messages, language }: Texts): boolean;
