import { createDecisions } from "../engine/createDecisions.ts";
import type { Loadable } from "../engine/engine.ts";
import { createProofLog } from "../proof/createProofLog.ts";

/**
 * Beside the script tag: fetched as `consentry.decisions-proof.js` where a visitor is asked. Decides, stores and
 * proves in one file, which takes from `consentry.banner.js` what both need.
 */
export const decisions: Loadable["decisions"] = (engine) => createDecisions(engine, createProofLog);
