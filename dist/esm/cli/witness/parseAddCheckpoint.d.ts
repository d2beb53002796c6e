/** What a log asks of a witness. */
export interface AddCheckpoint {
    /** Size of the checkpoint that the witness cosigned last, as the log believes. */
    old: number;
    proof: Uint8Array[];
    /** The signed checkpoint. */
    note: string;
}
/** Reads the body of `add-checkpoint` (C2SP tlog-witness); null where it has another form. */
export declare function parseAddCheckpoint(body: string): AddCheckpoint | null;
