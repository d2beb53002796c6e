import type { Count } from "../store/store.ts";
import type { RecordEntry } from "./entry.ts";
/** Adds up what a batch means for the statistics. `notice` is hex, or empty where it is not known. */
export declare function countsOf(logged: readonly {
    entry: RecordEntry;
    notice: string;
}[], now: number): Count[];
