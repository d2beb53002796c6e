/**
 * Every value under one name in a cookie text (`document.cookie` or a Cookie header), as it stands: not
 * decoded. Split, not matched: no pattern is built from a name.
 */
export declare function cookieTexts(text: string, name: string): string[];
