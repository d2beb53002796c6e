import type { decide } from "../src/core/decide.ts";
import type { parseConfig } from "../src/core/parseConfig.ts";
import type { parseGate } from "../src/core/parseGate.ts";
import type { permits } from "../src/core/permits.ts";
import type { resume } from "../src/core/resume.ts";
import type { toCookie } from "../src/core/toCookie.ts";

/** How a trial went. */
export interface Trial {
  runs: number;
  failed: number;
  /** The first ten failures. */
  failures: string[];
  /** Longest single run, in milliseconds. */
  worst: number;
}

export interface FuzzOptions {
  runs: number;
  seed: number;
}

interface Core {
  parseGate: typeof parseGate;
  parseConfig: typeof parseConfig;
  resume: typeof resume;
  decide: typeof decide;
  toCookie: typeof toCookie;
  permits: typeof permits;
}

/** Numbers from 0 to 1, the same for one seed. */
export function randomFrom(seed: number): () => number;
export function fuzzCookies(core: Omit<Core, "parseConfig">, options: FuzzOptions): Trial;
export function fuzzConfigs(
  core: Pick<Core, "parseConfig" | "resume">,
  options: FuzzOptions,
): Trial;
