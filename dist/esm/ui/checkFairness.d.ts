/**
 * Compares accept and reject as a visitor sees them, in a UI that is on show: every computed style
 * that makes a button louder, its box to half a pixel, and the contrast of words and edges.
 *
 * @param host the element `[data-consentry]`.
 * @returns what is unfair or unreadable, each in a few words (`"background-color"`,
 *   `"contrast 2.9"`); empty when all is well, nothing is shown, or the pointer is on one of
 *   them. Report it as `unfair-theme`.
 */
export declare function checkFairness(host: Element): string[];
