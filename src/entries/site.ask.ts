/** What a site's own file needs once there is something to choose or to show. Not a door of the package. */
import { createArrive } from "../engine/createArrive.ts";
import { createDecider } from "../engine/createDecider.ts";
import { createFace } from "../engine/createFace.ts";
import { extra } from "../engine/extra.ts";
import type { Loadable } from "../engine/session.ts";
import { createProofLog } from "../proof/createProofLog.ts";
import { mountPage } from "../ui/embeds/mountPage.ts";
import { mountUi } from "../ui/shell/mountUi.ts";

export const ask: Omit<Loadable, "late" | "embeds"> = {
  more: createDecider,
  face: createFace,
  ui: mountUi,
  page: mountPage,
  proof: createProofLog,
  extra,
  // Migrations are handed in ready, like services.
  arrive: createArrive((id) => Promise.reject(new Error(id))),
};
