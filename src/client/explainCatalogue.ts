import { findProblems } from "../core/findProblems.ts";
import type { Fetched } from "./fetchCatalogue.ts";
import type { Session } from "./session.ts";

/** Tells what is wrong with services of the catalogue, under the names that the site gave them. */
export function explainCatalogue(
  options: unknown,
  made: readonly Fetched[],
  report: Session["report"],
): void {
  const services = made.map(([, service]) => service);
  for (const { code, at } of findProblems({ ...Object(options), services })) {
    report(
      code,
      at.replace(/^services\[(\d+)\]/, (_all, index: string) => `services.${made[+index]![0]}`),
    );
  }
}
