import type { TestCase } from "vitest/node";
import { engineOf } from "./engineOf.ts";

/** The command that runs this one test again, in the same engine. */
export function runAlone(test: TestCase, file: string): string {
  const { project, fullName } = test;
  const engine = engineOf(test);
  const inPage = engine == project.name;
  // Vitest matches names against an expression, in which these mean something.
  const name = fullName.replaceAll(" > ", " ").replace(/[$()*+.?[\\\]^`{|}"]/g, ".");
  return [
    ...(inPage || engine == "Node.js" ? [] : [`CONSENTRY_ENGINES=${engine}`]),
    `npx vitest run --project ${inPage ? `page-${engine}` : project.name} ${file} -t "${name}"`,
  ].join(" ");
}
