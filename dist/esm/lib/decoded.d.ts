/** A percent-encoded text decoded, or empty where it is none. */
export declare function decoded(text: string): string;
