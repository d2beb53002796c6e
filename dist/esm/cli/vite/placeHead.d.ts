/**
 * Puts an element before every script of a page, and behind the declaration of its encoding where that
 * comes first: a browser looks for it in the first 1,024 bytes only (HTML, "determining the character
 * encoding").
 */
export declare function placeHead(html: string, element: string): string;
