import type { ReadLeaf } from "./leafBytes.ts";
/** First line of an export. */
export interface HeaderLine {
    type: "header";
    checkpoint: string;
    keys: string[];
    /** True when every leaf of the checkpoint's tree follows. */
    complete: boolean;
}
/** One entry of the log. */
export interface LeafLine {
    type: "leaf";
    index: number;
    leaf: ReadLeaf;
    leafHash: Uint8Array;
    /** The record or notice, or null where it was erased. */
    text: string | null;
    /** Inclusion proof, in an export of a part. */
    proof: Uint8Array[] | null;
}
/** A checkpoint that was signed when the log had this size. */
export interface CheckpointLine {
    type: "checkpoint";
    note: string;
}
/** What somebody else said of a checkpoint. */
export interface AttestationLine {
    type: "attestation";
    kind: "cosigned" | "rfc3161";
    /** The checkpoint, with the lines of witnesses for `cosigned`. */
    note: string;
    /** For `rfc3161`: the answer of the time stamping authority over the note. */
    response: Uint8Array | null;
    /** Proof that the export's checkpoint only adds to this one. */
    consistency: Uint8Array[];
}
/** Last line. */
export interface EndLine {
    type: "end";
    leaves: number;
}
export type ExportLine = HeaderLine | LeafLine | CheckpointLine | AttestationLine | EndLine;
/** Reads one line of an export; null for anything else. Believes nothing but the types. */
export declare function readExportLine(line: string): ExportLine | null;
