import type { Note } from "./problem.ts";
/** Reads options of one configuration; what does not fit is noted, and the default is used. */
export interface OptionReader {
    text(key: string): string;
    /** An address that a link or a request may carry. */
    url(key: string): string;
    flag(key: string): boolean;
    /** One of the values; the first is the default. */
    oneOf<Value extends string>(key: string, ...values: [Value, ...Value[]]): Value;
}
export declare function readOption(input: unknown, note: Note): OptionReader;
