/** A set of hashes that holds millions: 8 bytes each instead of some 100 for a string in a Set. */
export interface SeenHashes {
    has(hash: Uint8Array): boolean;
    add(hash: Uint8Array): void;
}
/**
 * Open addressing over the first 64 bits. Two different hashes of ten million share them with a
 * probability of about 3 in a million, and then a check says "doubled" where nothing is: look again.
 */
export declare function seenHashes(): SeenHashes;
