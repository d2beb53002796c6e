/**
 * Waits for a promise, but not for ever: a database that waits for a lost standby answers nobody. What
 * was begun goes on, and the sender's second try finds it.
 */
export declare function withDeadline<T>(work: Promise<T>, ms: number): Promise<T>;
