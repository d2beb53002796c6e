import type { Change, RecordRow } from "./shelf.ts";
/** Statuses that blame what was sent. One record alone is then refused; of several each is tried. */
export declare const UNFIT: readonly number[];
/**
 * Reads the collector's answer: what to write, or nothing where all is to be sent again. `json` is the
 * body of a success.
 *
 * Only an id that is named `stored`, `duplicate` or `conflict` (kept there beside other bytes of that
 * id) is believed to be stored. A record leaves for quarantine when it is named `rejected`, or when it
 * was alone in a request that answered 400, 413 or 422. Whatever else came back settles nothing: 401,
 * 403, 404 and 429 are mended sooner or later, and a 200 with a page of HTML stored nothing.
 */
export declare function settle(rows: readonly RecordRow[], status: number, json: unknown): Change[];
/** A list in an answer, empty where there is none. */
export declare function listOf(json: unknown, key: string): readonly unknown[];
