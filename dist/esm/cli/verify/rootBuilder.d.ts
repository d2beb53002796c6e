import type { Primitives } from "./primitives.ts";
/** Computes roots of a growing list of leaf hashes with memory for a handful of hashes. */
export interface RootBuilder {
    add(leafHash: Uint8Array): void;
    size(): number;
    root(): Uint8Array;
}
/**
 * One slot a level: a full slot and a newcomer of the same level become one of the level above, like
 * carrying in binary addition.
 */
export declare function rootBuilder(sha256: Primitives["sha256"]): RootBuilder;
