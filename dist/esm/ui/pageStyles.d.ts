/** The placeholder of an embed, inside its own shadow root. */
export declare const placeholderStyles: string;
/**
 * The declaration stands in the page and takes its type and colours from there. A table on wide
 * screens; on a phone each line is a block of its own with the headings repeated.
 */
export declare const declarationStyles: string;
