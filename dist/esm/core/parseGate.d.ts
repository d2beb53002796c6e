import { type GateConfig } from "./config.ts";
import type { Note } from "./problem.ts";
/**
 * Parses, of a configuration of unknown origin, what deciding and gating need. Never throws; reads
 * own properties only; each mistake is one finding and costs only what it touches. A configuration
 * that names no controller is not usable: nothing is asked and nothing is permitted.
 */
export declare function parseGate(input: unknown, note: Note): GateConfig;
