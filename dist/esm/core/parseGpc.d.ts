import type { Note } from "./problem.ts";
/**
 * The categories that a browser's Global Privacy Control refuses. The signal objects to data being sold or
 * shared across contexts (https://www.w3.org/TR/gpc/): marketing, unless the site names others.
 */
export declare function parseGpc(input: unknown, note: Note): readonly string[];
