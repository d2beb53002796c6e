import type { Site } from "../site/readSite.ts";
/** What a site's file is made of. */
export interface Wanted extends Pick<Site, "options" | "gate" | "signals"> {
    /** Language tags, the one shown in doubt first. */
    languages: readonly string[];
}
/**
 * The module that a site's file is bundled from. Options go in as a text to parse, because the object
 * literal `{ "__proto__": … }` would not be what the JSON says.
 * @param beside address of the file that asks, or empty where it is the same file
 */
export declare function writeEntry({ options, gate, signals, languages }: Wanted, beside: string): string;
/** The module that asks, with the languages. The first of them is in it already when it is the ground. */
export declare function writeAsking(languages: readonly string[]): string;
/** The language that all others are laid over: English, unless the site does not want it at all. */
export declare function groundOf(languages: readonly string[]): string;
