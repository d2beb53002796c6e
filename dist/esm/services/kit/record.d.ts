/** A copy of an option that is itself a set of options; empty where it is none. */
export declare function record(options: unknown, key: string): Record<string, unknown>;
