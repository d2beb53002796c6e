import type { Terminal } from "./terminal.ts";
/** Options of one command: name and whether it takes a value, several, or none. */
export type OptionTable = Readonly<Record<string, "one" | "many" | "flag">>;
/** What a person typed. */
export interface Options {
    /** The value of an option, from the command line or else from `CONSENTRY_<NAME>`. */
    one(name: string): string | undefined;
    /** Its values; in the environment separated by spaces or commas. */
    many(name: string): string[];
    flag(name: string): boolean;
    /** A whole number, at least `least`. */
    count(name: string, fallback: number, least?: number): number;
    positionals: string[];
}
/** Reads the arguments of a command. Throws `CommandError` (usage) for what it does not know. */
export declare function readOptions(args: readonly string[], table: OptionTable, terminal: Terminal, positionals?: number): Options;
