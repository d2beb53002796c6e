import type { RecordRow } from "./shelf.ts";
/** Lines of JSON, each with the text that was sealed and its hash. */
export declare function bodyOf(rows: readonly RecordRow[]): string;
/** The first rows that fit one request: `most` of them or fewer, and always one. */
export declare function batch(rows: readonly RecordRow[], most?: number): RecordRow[];
