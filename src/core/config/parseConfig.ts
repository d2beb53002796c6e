import type { Config, KeepConfig } from "./config.ts";
import { findProblems } from "../problems/findProblems.ts";
import { parseFace } from "./parseFace.ts";
import { parseGate } from "./parseGate.ts";
import { parseKeep } from "./parseKeep.ts";
import type { Finding } from "../problems/problem.ts";

/** A parsed configuration and what was wrong with it. */
export interface Parsed {
  config: Config & KeepConfig;
  findings: readonly Finding[];
}

/** Parses a whole configuration at once: for tools and tests; a page parses in two steps. */
export function parseConfig(input: unknown): Parsed {
  const quiet = (): void => {};
  return {
    config: { ...parseFace(input, parseGate(input, quiet), quiet), ...parseKeep(input, quiet) },
    findings: findProblems(input),
  };
}
