import type { Late } from "./parts.ts";
/** Needed where scripts come after the page was parsed: a catalogue to fetch, a late script tag. */
export declare const late: Late;
