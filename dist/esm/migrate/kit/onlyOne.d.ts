/** The one text, or null where there is none or several: nobody can tell which one the visitor meant. */
export declare function onlyOne(texts: readonly string[]): string | null;
