import type { Finding } from "./problem.ts";
/** Every mistake in a configuration of unknown origin, with its place. Never throws. */
export declare function findProblems(options: unknown): readonly Finding[];
