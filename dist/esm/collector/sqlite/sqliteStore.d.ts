import type { Store } from "../store/store.ts";
/** How to open a log in one file. */
export interface SqliteOptions {
    /** The file; its `-wal` and `-shm` live beside it. */
    path: string;
    /** True for a process that only reads, beside the one that writes. Default false. */
    readOnly?: boolean;
}
/**
 * The log in one SQLite file. Needs Node.js 24 (SQLite 3.51.3 or newer) and refuses to start on less.
 * A connection on which anything but a refused row went wrong is closed and opened anew, because after a
 * failed fsync nobody knows what the kernel still holds.
 */
export declare function sqliteStore({ path, readOnly }: SqliteOptions): Promise<Store>;
