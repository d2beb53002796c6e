import { explain } from "../core/problems/explain.ts";
import { findProblems } from "../core/problems/findProblems.ts";
import { cleanUp } from "./cleanUp.ts";
import { explainCatalogue } from "./explainCatalogue.ts";
import type { Diagnostics } from "./engine.ts";

/** Seldom needed: the words for problems, and the clean-up after a withdrawal. */
export const diagnostics: Diagnostics = {
  cleanUp,
  explain,
  explainCatalogue,
  explainOptions(options, report) {
    for (const { code, at } of findProblems(options)) report(code, at);
  },
};
