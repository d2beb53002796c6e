import { type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { type Report } from "./report.ts";
/** What is known besides the data itself. */
export interface Trust {
    /** Keys of the log; without any, those that come with the data are taken, and the report says so. */
    keys: readonly VerifierKey[];
    /** Checkpoints that somebody kept from earlier. */
    earlier: readonly string[];
    /** Keys of witnesses whose word counts. */
    witnesses: readonly VerifierKey[];
}
/**
 * Checks an export line by line, with memory for little more than one of them. Everything is computed
 * again from the texts; hashes in the file are only compared. Stops at the first thing that is wrong.
 */
export declare function verifyExport(lines: AsyncIterable<string> | Iterable<string>, trust: Trust, primitives: Primitives): Promise<Report>;
