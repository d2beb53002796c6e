import type { GroupCommit } from "../log/groupCommit.ts";
import type { TreeReader } from "../merkle/treeReader.ts";
import { type EntryRules, type LineCode } from "./checkEntry.ts";
import type { Limits } from "./limits.ts";
/** What became of one line. */
export interface Result {
    /** Which line of the request, from 0. */
    line: number;
    /** Id of the record, or SHA-256 of the notice; null where the line is no record at all. */
    id: string | null;
    /** `stored`, `duplicate` and `conflict` are in the log for good; `rejected` is nowhere. */
    status: "stored" | "duplicate" | "conflict" | "rejected";
    code?: LineCode;
    /** For `record-invalid`: the field that does not fit. */
    field?: string;
}
/** What a visitor keeps: with the answer's checkpoint, proof that the record is in the log. */
export interface Receipt {
    id: string;
    /** Place in the log. */
    index: number;
    /** The leaf's bytes, base64. */
    leaf: string;
    /** Inclusion proof in the tree of the answer's checkpoint, base64, from the leaf's sibling up. */
    proof: string[];
}
/** Body of the answer to `POST /v1/records` and `PUT /v1/records/{id}`. */
export interface Answer {
    results: Result[];
    /** Signed checkpoint that covers every receipt of this answer. */
    checkpoint: string;
    receipts: Receipt[];
    /** Hashes of notices that records named and the collector does not have: please send them. */
    wanted: string[];
}
export interface RecordLogger {
    commit: GroupCommit;
    tree: TreeReader;
    rules: EntryRules;
    limits: Limits;
}
/**
 * Checks a body's lines, logs the good ones in one commit, and words the answer. With `only` the body
 * is the one record that has this id.
 */
export declare function logRecords(body: string, logger: RecordLogger, only?: string): Promise<Answer>;
