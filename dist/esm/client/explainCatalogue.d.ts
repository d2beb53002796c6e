import type { ProblemCode } from "../core/problem.ts";
/** A service of the catalogue as its file made it, not yet checked. */
export type Fetched = readonly [id: string, service: unknown];
/** Tells what is wrong with services of the catalogue, under the names that the site gave them. */
export declare function explainCatalogue(options: unknown, made: readonly Fetched[], report: (code: ProblemCode, at: string) => void): void;
