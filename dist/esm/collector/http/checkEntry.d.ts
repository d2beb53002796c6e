import { type Entry } from "../log/entry.ts";
/** Why one line was refused; the others of its request may still be stored. */
export type LineCode = "line-too-long" | "line-invalid" | "record-invalid" | "too-many-keys" | "hash-mismatch" | "wrong-site" | "id-mismatch" | "notice-invalid" | "unstorable";
/** A line that was refused. */
export interface Rejected {
    code: LineCode;
    /** The record's id, where the text is a record at all. */
    id: string | null;
    /** For `record-invalid`: the field that does not fit. */
    field?: string;
}
export interface EntryRules {
    /** Origins whose pages may send records. */
    origins: ReadonlySet<string>;
    /** Longest line in bytes. */
    line: number;
    /** Most keys of categories or services. */
    keys: number;
}
/** Checks one line and everything in it against itself: form, hash, site. */
export declare function checkEntry(line: string, rules: EntryRules): Entry | Rejected;
