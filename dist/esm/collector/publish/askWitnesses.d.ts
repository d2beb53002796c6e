import type { TreeReader } from "../merkle/treeReader.ts";
import type { Reporter } from "../report.ts";
import type { Cosign } from "./publisher.ts";
/** A witness and how to know its signature. */
export interface WitnessAddress {
    /** Submission prefix. */
    url: string;
    name: string;
    /** 32 bytes. */
    publicKey: Uint8Array;
}
export interface AskOptions {
    witnesses: readonly WitnessAddress[];
    /** How many must have cosigned before a checkpoint is published. */
    quorum: number;
    tree: TreeReader;
    fetch?: typeof fetch;
    report?: Reporter;
}
/** Reads `vkey@url` (`name+id+key@https://…`); null for anything else. */
export declare function readWitness(text: string): WitnessAddress | null;
/**
 * Hands each new checkpoint to every witness with a proof that it only adds to what that witness has
 * seen, and gives the note with their lines once enough have signed (C2SP tlog-witness).
 */
export declare function askWitnesses(options: AskOptions): Cosign;
