import type { Late } from "./session.ts";
/** Needed where something is to be done before the gate may open, a service has code, or the page is parsed. */
export declare const late: Late;
