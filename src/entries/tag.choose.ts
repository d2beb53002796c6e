import { createDecider } from "../engine/createDecider.ts";
import type { Loadable } from "../engine/session.ts";
import { createProofLog } from "../proof/createProofLog.ts";

/**
 * Beside the script tag: fetched as `consentry.choose.js` where a visitor is asked. Decides, stores and
 * proves in one file, which takes from `consentry.ui.js` what both need.
 */
export const more: Loadable["more"] = (session) => createDecider(session, createProofLog);
