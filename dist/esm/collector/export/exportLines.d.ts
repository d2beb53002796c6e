import type { Body, BodyFilter, Store } from "../store/store.ts";
/** How far an export has come. */
export type Progress = (done: number, of: number) => void;
/**
 * The log, or a part of it, as JSON lines that `consentry verify` checks without trusting who made
 * them: a header with the checkpoint, the entries in order, the checkpoints between them, an end.
 * With a filter only matching records come, and the notices that they name, each with its own proof.
 */
export declare function exportLines(store: Store, filter: BodyFilter, onProgress?: Progress): AsyncGenerator<string>;
/** Every matching body of the first `size` entries, in order. */
export declare function bodies(store: Store, size: number, filter: BodyFilter): AsyncGenerator<Body>;
