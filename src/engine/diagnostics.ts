import { explain } from "../core/problems/explain.ts";
import { findProblems } from "../core/problems/findProblems.ts";
import { createEraser } from "./createEraser.ts";
import { explainCatalogue } from "./explainCatalogue.ts";
import { explainIdle } from "./explainIdle.ts";
import type { Diagnostics } from "./engine.ts";

/** Seldom needed: the words for problems, and the clean-up after a withdrawal. */
export const diagnostics: Diagnostics = {
  _createEraser: createEraser,
  _explain: explain,
  _explainCatalogue: explainCatalogue,
  _explainIdle: explainIdle,
  _explainOptions(options, report) {
    for (const { code, at, names } of findProblems(options)) report(code, at, names);
  },
};
