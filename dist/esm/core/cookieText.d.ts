/** What the cookie says, before anyone believes it. */
export interface Stored {
    /** Random id of the subject. */
    id: string;
    /** When it was decided, in seconds since 1970. */
    at: number;
    revision: number;
    yes: readonly string[];
    no: readonly string[];
    /** Each decided category with its fingerprint, a dot between them. */
    prints: readonly string[];
}
/**
 * Writes a choice as a query string that any language can parse:
 * `v=1&id=…&t=1764000000&r=1&yes=performance&no=marketing&f=performance.1x2y+marketing.3z`.
 * Lists are separated by spaces, as in the `data-consent` attribute; a space is written `+`.
 */
export declare function encodeCookie(stored: Stored): string;
/** Reads a choice back. Anything but a whole, unambiguous one, as we write it, is null: not permitted. */
export declare function decodeCookie(text: string): Stored | null;
/** Whether the text fits into a cookie. */
export declare function fitsCookie(text: string): boolean;
