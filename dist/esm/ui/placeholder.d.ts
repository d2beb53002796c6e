import type { UiHost } from "../core/parts.ts";
import type { Words } from "./createWords.ts";
import type { Filled } from "./filled.ts";
/** What stands in for an embed. */
export interface Embed {
    element: HTMLElement;
    /** Its `data-consent`. */
    ids: string;
    loadOnce: () => void;
    /** The sheets of the shadow root. */
    sheets: CSSStyleSheet[];
}
/**
 * Stands in for a withheld embed: says whose it is, offers to load it once or to allow the service
 * for good. Asks for nothing from anywhere. Null where there is nothing to stand in for.
 */
export declare function placeholder(host: UiHost, words: Words, embed: Embed): Filled | null;
