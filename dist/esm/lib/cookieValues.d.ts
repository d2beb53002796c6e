/**
 * Every value under one name in a cookie text (`document.cookie` or a Cookie header), decoded; a
 * value that does not decode is empty. Split, not matched: no pattern is built from a name.
 */
export declare function cookieValues(text: string, name: string): string[];
