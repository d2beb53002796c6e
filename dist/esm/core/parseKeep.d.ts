import type { KeepConfig } from "./config.ts";
import type { Note } from "./problem.ts";
/** Parses where choices are kept and sent, and when to reload. Never throws. */
export declare function parseKeep(input: unknown, note: Note): KeepConfig;
