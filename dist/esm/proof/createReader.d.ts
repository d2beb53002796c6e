import type { ProofLog } from "./proofLog.ts";
import { type Shelf } from "./shelf.ts";
/**
 * The reading half of a log: what the shelves keep, in the order of the ladder, and there chain by
 * chain. `refuse` hears of a shelf that cannot be read.
 */
export declare function createReader(shelves: readonly Shelf[], refuse: (shelf: Shelf) => void): Pick<ProofLog, "records" | "verify" | "export">;
