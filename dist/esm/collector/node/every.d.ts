/** A job that runs again and again until it is stopped. */
export interface Repeating {
    /** Lets a run in progress end, then resolves. */
    stop(): Promise<void>;
}
/**
 * Runs a job now and `ms` milliseconds after each end of it: never twice at once. A failure is handed
 * to `onError` and does not stop the next run.
 */
export declare function every(ms: number, job: () => Promise<void>, onError: (error: unknown) => void): Repeating;
