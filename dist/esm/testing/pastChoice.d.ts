import type { Options } from "../core/options.ts";
/** What a visitor chose. What is not named counts as refused. */
export interface PastChoice {
    /** The configuration that the page starts with: a choice counts only for what was asked. */
    site: Options;
    /** Ids of categories and services that were permitted, or all. */
    yes?: readonly string[] | "all";
    /** Ids that were refused; services outweigh their category. */
    no?: readonly string[];
    /** When it was chosen. Default now. */
    at?: Date;
    /** Id of the visitor, 8 to 64 letters, digits, `-` or `_`. */
    subject?: string;
}
/** A choice as it is kept. */
export interface KeptChoice {
    /** Name of the cookie on https. */
    name: string;
    /** Name of the cookie on plain http. */
    plainName: string;
    text: string;
    /** Seconds since 1970. */
    expires: number;
    /** Parent domain, or empty for one host. */
    domain: string;
}
/**
 * Writes a choice as the library would have, from the same configuration by the same code, so that it is
 * believed when it is read back.
 * @throws Error where the configuration has mistakes or an id is not in it.
 */
export declare function pastChoice({ site, yes, no, at, subject }: PastChoice): KeptChoice;
