/** A script element for the head of a page, and what is to be known of it. */
export interface HeadElement {
    html: string;
    /** Its size and its hash for `script-src`, as one line. */
    facts: string;
}
/** Puts the script's text into an element; the nonce may be what a server replaces by one. */
export declare function headElement(code: string, nonce: string | undefined): HeadElement;
