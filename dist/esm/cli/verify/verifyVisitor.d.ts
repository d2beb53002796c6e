import type { VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
/** What was found in the file that a visitor downloads. */
export interface VisitorReport {
    ok: boolean;
    reason: string | null;
    /** Index of the first record that does not fit, or null. */
    firstBad: number | null;
    records: number;
    notices: number;
    /** Receipts that were checked, and those that could not be, for want of the log's key. */
    receipts: number;
    unchecked: number;
    /** Names of the logs in which records were found. */
    logs: string[];
}
/** Whether a line is one of a visitor's file. */
export declare function isVisitorLine(line: string): boolean;
/**
 * Checks the records that a browser kept: each text gives its hash, each follows the one before it, the
 * notices are those that the records name, and every receipt proves its record's place in the log.
 */
export declare function verifyVisitor(lines: AsyncIterable<string> | Iterable<string>, keys: readonly VerifierKey[], primitives: Primitives): Promise<VisitorReport>;
