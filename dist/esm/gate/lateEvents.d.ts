/**
 * A released script is about to run. Gives the call for when it has run or failed.
 *
 * Scripts written for the first page load wait for `DOMContentLoaded` or `load`; released after a
 * choice they come too late. While such scripts are starting, a listener for an event that has
 * passed is called once, soon. Opt out with `data-late="off"` on the script.
 */
export type LateEvents = (script: Element) => (() => void) | undefined;
/** Patches nothing until the first script, and takes the patch away after the last. */
export declare function createLateEvents(window: Window, readyState: () => DocumentReadyState): LateEvents;
