import type { ReadResource } from "./verify/verifyLog.ts";
/** Reads the resources of a log over HTTP. */
export declare function resourceReader(url: string): ReadResource;
