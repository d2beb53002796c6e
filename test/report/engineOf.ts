import type { TestCase } from "vitest/node";

/** Where a test ran: an engine's name, or Node.js. */
export function engineOf({ project, fullName }: TestCase): string {
  const named =
    /^(chromium|firefox|webkit)$/.exec(project.name) ?? // of `page-chromium` …
    /\((chromium|firefox|webkit)\)/.exec(fullName);
  return named?.[1] ?? "Node.js";
}
