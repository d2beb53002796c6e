/**
 * Gives a queue one method per name, which pushes `[name, ...values]`, as several vendors' stubs
 * do.
 */
export declare function methodsQueue(queue: unknown[], names: readonly string[]): void;
