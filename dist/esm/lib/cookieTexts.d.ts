/** Every value under one name in a cookie text (`document.cookie`), as it stands: not decoded. */
export declare function cookieTexts(text: string, name: string): string[];
