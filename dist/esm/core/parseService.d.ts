import type { Note } from "./problem.ts";
import type { Service } from "./service.ts";
/**
 * Parses one service as far as gating needs, or notes why it cannot be used and gives null: what it
 * names then stays shut, because an unknown id is never permitted. The result has no prototype, so
 * that what a service leaves out cannot come from a polluted one.
 */
export declare function parseService(value: unknown, at: string, categories: string[], fixed: boolean, note: Note): Service | null;
