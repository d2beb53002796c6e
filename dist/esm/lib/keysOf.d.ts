/** Own enumerable string keys of an unknown value; a proxy that throws has none. */
export declare function keysOf(value: unknown): string[];
