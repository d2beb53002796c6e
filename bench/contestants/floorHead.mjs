import { marked, page } from "../lib/page.mjs";
import { ACCEPT, bannerPart, headPart, REJECT } from "./floorParts.mjs";

export const floorHead = {
  id: "floor-head",
  name: "floor: inline head + banner file",
  kind: "floor",
  accept: ACCEPT,
  reject: REJECT,
  files: () => ({ "banner.js": bannerPart }),
  html: ({ gated, base }) =>
    page({
      // Only who has not chosen fetches the banner.
      head: `<script>${headPart}if(!floor.chosen){const s=document.createElement("script");s.src="${base}banner.js";s.async=false;document.readyState=="loading"?addEventListener("DOMContentLoaded",()=>document.head.append(s)):document.head.append(s)}</script>`,
      tags: marked(gated, "data-consent"),
    }),
};
