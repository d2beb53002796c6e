/** What a checkpoint says. */
export interface Checkpoint {
    origin: string;
    size: number;
    root: Uint8Array;
}
/** Reads a checkpoint's text (C2SP tlog-checkpoint, "Note text"); null for any other text. */
export declare function readCheckpoint(text: string): Checkpoint | null;
