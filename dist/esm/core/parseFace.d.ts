import type { Config, GateConfig } from "./config.ts";
import type { Note } from "./problem.ts";
/** Parses what is shown. Never throws. */
export declare function parseFace(input: unknown, gate: GateConfig, note: Note): Config;
