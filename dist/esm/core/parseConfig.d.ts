import type { Config, KeepConfig } from "./config.ts";
import type { Finding } from "./problem.ts";
/** A parsed configuration and what was wrong with it. */
export interface Parsed {
    config: Config & KeepConfig;
    findings: readonly Finding[];
}
/** Parses a whole configuration at once: for tools and tests; a page parses in two steps. */
export declare function parseConfig(input: unknown): Parsed;
