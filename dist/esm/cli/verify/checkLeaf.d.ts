import type { Primitives } from "./primitives.ts";
import type { LeafLine } from "./readExportLine.ts";
import type { SeenHashes } from "./seenHashes.ts";
/**
 * Checks one entry against itself: its fields give its leaf hash, its text gives its hash, the text is
 * of the leaf's site. Gives the reason why not, or null.
 */
export declare function checkLeaf(line: LeafLine, primitives: Primitives): string | null;
/**
 * Checks one entry against all before it: nothing is logged twice, and what is flagged as missing is
 * missing, what is not flagged is there. Only for a complete export.
 */
export declare function checkAmong(line: LeafLine, seen: SeenHashes): string | null;
