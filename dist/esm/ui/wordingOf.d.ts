/** What was asked, word for word. */
export interface Wording {
    language: string;
    title: string;
    text: string;
}
/**
 * Finds in an export of the proof log what was shown when a record was made, by the hash that the record
 * names; null where nothing was shown (a choice made by the page's own code). Its words are those of that day, not of
 * today's language file.
 */
export declare function wordingOf(exported: string, hash: string, list: (items: readonly string[]) => string): Wording | null;
