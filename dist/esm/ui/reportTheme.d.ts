import type { UiHost } from "../core/parts.ts";
import type { Texts } from "./createTexts.ts";
/**
 * Tells the site's owner as `unfair-theme` what its styles have made of accept and reject in the view
 * on show. Once what is on show stands still; a button that is pointed at or focused looks different
 * for that moment, so it waits until neither is.
 *
 * @returns whether texts are missing and were marked, so that the view has to be drawn again.
 */
export declare function reportTheme(element: Element, host: UiHost, words: Texts): boolean;
