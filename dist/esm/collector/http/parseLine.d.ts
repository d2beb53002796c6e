/** What a line says it is. */
export type Line = {
    kind: "record";
    text: string;
    hash: string;
} | {
    kind: "notice";
    text: string;
};
/** Reads one line of a request: `{"text":…,"hash":…}` or `{"notice":…}`; null for anything else. */
export declare function parseLine(line: string): Line | null;
