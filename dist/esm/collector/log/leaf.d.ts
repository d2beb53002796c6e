/** What a leaf stands for. */
export declare const RECORD = 0;
export declare const NOTICE = 1;
/** What was noticed when the leaf was logged; bits of its last byte. Flags accuse nobody. */
export declare const FLAGS: {
    /** The record before it in its chain is not in the log. */
    readonly gap: 1;
    /** Another record already has this place in the chain. */
    readonly fork: 2;
    /** The browser's clock was more than five minutes ahead. */
    readonly ahead: 4;
    /** It was made more than five minutes before it arrived, by the browser's clock. */
    readonly late: 8;
    /** No real user event asked for it. */
    readonly untrusted: 16;
    /** Its id was already used by a record with other bytes. */
    readonly conflict: 32;
    /** The text of what was shown was not here yet. */
    readonly noticeless: 64;
};
/** One entry of the tree. Nothing in it is personal: the hash covers a random salt. */
export interface Leaf {
    kind: typeof RECORD | typeof NOTICE;
    /** Host (and port) of the site, ASCII; empty for a notice. */
    site: string;
    /** Hash of the record, or SHA-256 of the notice's text: 32 bytes. */
    hash: Uint8Array;
    /** The collector's clock when it was logged, milliseconds since 1970. */
    received: number;
    /** Bits of `FLAGS`. */
    flags: number;
}
/**
 * The bytes that the tree commits to:
 * `"consentry/v1 leaf\n"` ‖ kind (1) ‖ length of site (1) ‖ site ‖ hash (32) ‖ received (8) ‖ flags (1),
 * numbers big-endian.
 */
export declare function encodeLeaf(leaf: Leaf): Buffer;
