/**
 * Compares accept and reject as a visitor sees them, in a UI that is on show: every computed style,
 * the boxes to half a pixel, whether something lies over one of them, and the contrast of words and
 * edges. Only the colour scheme on show is seen.
 *
 * @param host the element `[data-consentry]`.
 * @returns what is unfair or unreadable, each in a few words (`"background-color"`, `"covered"`,
 *   `"contrast 2.9"`); empty when all is well, nothing is shown, or the pointer is on one of
 *   them. Report it as `unfair-theme`.
 */
export declare function checkFairness(host: Element): string[];
