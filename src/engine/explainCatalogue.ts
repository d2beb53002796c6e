import { findProblems } from "../core/problems/findProblems.ts";
import type { ProblemCode } from "../core/problems/problem.ts";

/** A service of the catalogue as its file made it, not yet checked. */
export type Fetched = readonly [id: string, service: unknown];

/** Tells what is wrong with services of the catalogue, under the names that the site gave them. */
export function explainCatalogue(
  options: unknown,
  made: readonly Fetched[],
  report: (code: ProblemCode, at: string) => void,
): void {
  const services = made.map(([, service]) => service);
  for (const { code, at } of findProblems({ ...Object(options), services })) {
    report(
      code,
      at.replace(/^services\[(\d+)\]/, (_all, index: string) => `services.${made[+index]![0]}`),
    );
  }
}
