import { type HeadData } from "./headData.ts";
/**
 * What the inline head does, before the library has come: queues the signals' defaults and, for a
 * visitor whose stored choice counts in full, tells the signals and releases the page's scripts.
 * Anything odd: nothing is released, all is left to the library.
 */
export declare function restoreEarly(data: HeadData): void;
