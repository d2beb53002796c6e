import type { Loadable } from "../client/session.ts";
import type { Signal } from "../core/parts.ts";
type Texts = Readonly<Record<string, string>>;
/** What asks: in the same file, or in one beside it. */
export interface Asking {
    files: Omit<Loadable, "late">;
    locales: Readonly<Record<string, Texts>>;
}
/** What goes into a site's file beside its options. */
export interface SiteParts {
    signals: readonly Signal[];
    /** Tags of its languages; the first is shown where the page's own is not there. */
    languages: readonly string[];
    /** What asks, where it is in the same file. */
    asking?: Asking;
    /** Fetches it where it is not. */
    fetch(): Promise<Asking>;
}
/**
 * Starts at once, while the script tag runs: signals have their defaults, and a returning visitor's
 * choice is acted on, before the next tag of the page is read.
 */
export declare function startSite(options: object, { signals, languages, asking, fetch }: SiteParts): void;
export {};
