/** What a site's own file needs once there is something to choose or to show. Not an entry point of the package. */
import { createMigrate } from "../engine/createMigrate.ts";
import { createDecisions } from "../engine/createDecisions.ts";
import { createUiHost } from "../engine/createUiHost.ts";
import { diagnostics } from "../engine/diagnostics.ts";
import type { Loadable } from "../engine/engine.ts";
import { createProofLog } from "../proof/createProofLog.ts";
import { mountPage } from "../ui/embeds/mountPage.ts";
import { mountUi } from "../ui/shell/mountUi.ts";

export const ask: Omit<Loadable, "prepare" | "embeds" | "own" | "late" | "check"> = {
  decisions: createDecisions,
  host: createUiHost,
  banner: mountUi,
  placeholders: mountPage,
  proof: createProofLog,
  diagnostics,
  // Migrations are handed in ready, like services.
  migrate: createMigrate((id) => Promise.reject(new Error(id))),
};
