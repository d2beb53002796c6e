import type { Config } from "../core/config.ts";
import type { UiHost } from "../core/parts.ts";
/** The texts of the language that is shown: as much as the first layer needs. */
export interface Texts {
    /** BCP 47 tag that `Intl` accepts. */
    readonly language: string;
    /** Every text. */
    readonly messages: Readonly<Record<string, string>>;
    /** A text by its key; with `count` among the values, by its stem. */
    text(key: string, values?: Readonly<Record<string, string | number>>): string;
    /** The name of a category or service. */
    name(id: string): string;
    /** "a, b, c" with the comma of the script. */
    list(items: readonly string[]): string;
}
/** What the words are made for. */
export type WordsHost = Pick<UiHost, "messages" | "language"> & {
    config: Pick<Config, "services">;
};
/** Makes the texts of a host: `host.messages` laid over `english`, which says what they lack. */
export declare function createTexts(host: WordsHost, english: Readonly<Record<string, string>>): Texts;
