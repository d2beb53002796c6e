import type { BodyFilter, Store } from "../store/store.ts";
import { type Progress } from "./exportLines.ts";
/** Records as a table for people; for proof take the JSON lines. Every cell is quoted and harmless. */
export declare function exportCsv(store: Store, filter: BodyFilter, onProgress?: Progress): AsyncGenerator<string>;
