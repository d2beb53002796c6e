/** Options of unknown origin: the mapping's texts, own properties only, and another text by its key. */
export declare function readOptions(options: unknown): {
    map: Record<string, string>;
    text: (key: string, fallback: string) => string;
};
