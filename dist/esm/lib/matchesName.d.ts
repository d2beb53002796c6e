/**
 * Whether a name fits a pattern in which `*` stands for any run of characters. Never compiled to a
 * regular expression: a cookie name planted from a sibling domain must not be able to stall the page.
 */
export declare function matchesName(pattern: string, name: string): boolean;
