/**
 * A document that is only written down: as much of one as `el` needs, so that what a page shows and
 * what stands in a file are made by the same code.
 */
export declare function paper(): Document;
