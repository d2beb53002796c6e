import type { Store } from "../store/store.ts";
/** How far the log was when it was last shown to the world: kept beside the key, not in the database. */
export interface Mark {
    size: number;
    /** Root of the tree of that size, hexadecimal. */
    root: string;
}
/** Reads the mark; null where there is none yet. Throws where it is damaged: then nothing is known. */
export declare function readMark(path: string): Mark | null;
export declare function writeMark(path: string, { size, root }: Mark): void;
/**
 * Refuses to go on with a database that is older than what the world has seen, or another one: signing
 * from there would make two histories under one key, which is what the log exists to rule out.
 */
export declare function checkMark(store: Store, mark: Mark): Promise<void>;
