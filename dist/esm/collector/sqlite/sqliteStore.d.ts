import type { Store } from "../store/store.ts";
/** How to open a log in one file. */
export interface SqliteOptions {
    /** The file; its `-wal` and `-shm` live beside it. */
    path: string;
    /**
     * `create`: makes the file when there is none (default). `open`: there must be one. `read`: only
     * reads, beside the process that writes.
     */
    mode?: "create" | "open" | "read";
}
/**
 * The log in one SQLite file. Needs Node.js 24 (SQLite 3.51.3 or newer) and refuses to start on less.
 * A connection on which anything but a refused row went wrong is closed and opened anew, because after a
 * failed fsync nobody knows what the kernel still holds.
 */
export declare function sqliteStore({ path, mode }: SqliteOptions): Promise<Store>;
