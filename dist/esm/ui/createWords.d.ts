import type { Config } from "../core/config.ts";
import type { UiHost } from "../core/parts.ts";
/** The words and formats of the language that is shown. */
export interface Words {
    /** BCP 47 tag that `Intl` accepts. */
    readonly language: string;
    /** Every text. */
    readonly messages: Readonly<Record<string, string>>;
    /** A text by its key; with `count` among the values, by its stem. */
    text(key: string, values?: Readonly<Record<string, string | number>>): string;
    /** The name of a category or service. */
    name(id: string): string;
    /** What a category is for, or empty. */
    about(id: string): string;
    /** A purpose: one of ours by its key, else the site's own words. */
    purpose(purpose: string): string;
    /** `"13 months"` in the language; words that are not a count and a unit stay as they are. */
    lifetime(lifetime: string): string;
    /** The name of an ISO 3166 country; what is none stays as it is. */
    country(code: string): string;
    /** "a, b, c" with the comma of the script. */
    list(items: readonly string[]): string;
    /** A day, from milliseconds since 1970 or ISO 8601. */
    date(time: number | string, withTime?: boolean): string;
}
type Host = Pick<UiHost, "messages" | "language"> & {
    config: Pick<Config, "services">;
};
/** Makes the words of a host, `host.messages` laid over English. `Intl` speaks for all languages, so that no language file repeats it. */
export declare function createWords(host: Host): Words;
export {};
