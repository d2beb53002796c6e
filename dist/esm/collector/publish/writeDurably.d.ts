/**
 * Puts a file in place whole or not at all: written aside, forced to disk, renamed over the old one.
 * Readers see the old bytes or the new ones, also after a power cut.
 */
export declare function writeDurably(path: string, bytes: Uint8Array | string): void;
