/** A leaf as its bytes say it. */
export interface ReadLeaf {
    kind: "record" | "notice";
    site: string;
    hash: Uint8Array;
    /** Milliseconds since 1970. */
    received: number;
    flags: number;
}
/**
 * Writes the bytes of a leaf again from what is claimed of it; null where no leaf can say that.
 * domain ‖ kind (1) ‖ length (1) ‖ site ‖ hash (32) ‖ received (8) ‖ flags (1), big-endian.
 */
export declare function leafBytes(leaf: ReadLeaf): Uint8Array | null;
/** Reads the bytes of a leaf; null where they are not exactly one. */
export declare function readLeaf(bytes: Uint8Array): ReadLeaf | null;
