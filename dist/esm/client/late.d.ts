import type { Late } from "./session.ts";
/** Needed where something is to be done before the gate may open, or the page is parsed already. */
export declare const late: Late;
