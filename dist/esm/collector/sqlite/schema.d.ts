/**
 * The tables. `leaf`, `node`, `checkpoint` and `notice` are only ever added to; `body` can be erased
 * and never altered. The triggers are a seat belt, not the proof: who can write to the file can drop
 * them. The proof is the signed tree.
 */
export declare const SCHEMA: string;
/** `PRAGMA user_version` of these tables. */
export declare const SCHEMA_VERSION = 1;
