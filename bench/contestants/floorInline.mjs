import { marked, page } from "../lib/page.mjs";
import { ACCEPT, REJECT, whole } from "./floorParts.mjs";

export const floorInline = {
  id: "floor-inline",
  name: "floor: inline snippet",
  kind: "floor",
  accept: ACCEPT,
  reject: REJECT,
  html: ({ gated }) =>
    page({ head: `<script>${whole}</script>`, tags: marked(gated, "data-consent") }),
};
