import { marked, page } from "../lib/page.mjs";
import { ACCEPT, REJECT, whole } from "./floorParts.mjs";

export const floorFile = {
  id: "floor-file",
  name: "floor: one deferred file",
  kind: "floor",
  accept: ACCEPT,
  reject: REJECT,
  files: () => ({ "floor.js": whole }),
  html: ({ gated, base }) =>
    page({
      head: `<script defer src="${base}floor.js"></script>`,
      tags: marked(gated, "data-consent"),
    }),
};
