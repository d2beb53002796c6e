import type { Primitives } from "./primitives.ts";
import { type Report } from "./report.ts";
import type { Trust } from "./verifyExport.ts";
/** Reads one resource of a log (`checkpoint`, `keys`, `tile/…`); rejects where it cannot be had. */
export type ReadResource = (path: string) => Promise<Uint8Array>;
/**
 * Checks a whole published log (C2SP tlog-tiles): every entry against its hash, all hashes against the
 * signed root, and the earlier checkpoints on the way. The records' texts are not published, so that
 * they are checked from an export or a receipt.
 */
export declare function verifyLog(read: ReadResource, trust: Trust, primitives: Primitives, onProgress?: (done: number, of: number) => void): Promise<Report>;
