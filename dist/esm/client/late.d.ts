import type { Late } from "./session.ts";
/** Needed where something is to be fetched before the gate may open, or the page is parsed already. */
export declare const late: Late;
