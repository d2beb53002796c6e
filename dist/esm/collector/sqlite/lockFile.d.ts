/**
 * Holds the right to write to a log for as long as this process lives. The lock is an exclusive
 * transaction on a second, empty database: the system drops it with the process, so that nothing
 * stale has to be told from something held. Returns the release.
 */
export declare function lockFile(path: string): Promise<() => void>;
