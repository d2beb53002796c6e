/** What a witness remembers: the newest checkpoint that it cosigned, for each log. */
export interface WitnessState {
    /** The cosigned note, or null when there was none yet. */
    read(origin: string): string | null;
    /** Returns when the note is on disk for good. */
    write(origin: string, note: string): void;
}
/** Hexadecimal SHA-256 of an origin: how C2SP tlog-witness names a log in an address. */
export declare const originHash: (origin: string) => string;
/** One file a log. Losing a file means forgetting: then an old history could be cosigned. */
export declare function fileState(directory: string): WitnessState;
