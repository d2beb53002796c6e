import type { Loadable } from "../client/session.ts";
/**
 * Beside the script tag: fetched as `consentry.choose.js` where a visitor is asked. Decides, stores and
 * proves in one file, which takes from `consentry.ui.js` what both need.
 */
export declare const more: Loadable["more"];
