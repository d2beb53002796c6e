import { findProblems } from "../core/problems/findProblems.ts";
import type { Reporter } from "./reporter.ts";

/** A service of the catalogue as its file made it, not yet checked. */
export type Fetched = readonly [id: string, service: unknown];

/** Tells what is wrong with services of the catalogue, under the names that the site gave them. */
export function explainCatalogue(
  options: unknown,
  made: readonly Fetched[],
  report: Reporter["_report"],
): void {
  const services = made.map(([, service]) => service);
  for (const { code, at, names } of findProblems({ ...Object(options), services })) {
    report(
      code,
      at.replace(/^services\[(\d+)\]/, (_all, index: string) => `services.${made[+index]![0]}`),
      names,
    );
  }
}
