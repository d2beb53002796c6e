import { marked, page } from "../lib/page.mjs";
import { CONFIG, distFiles, OURS } from "./oursParts.mjs";

/** A script tag and a call, without `defer`: the page waits for it. */
export const oursTag = {
  id: "consentry-tag",
  name: "Consentry, script tag",
  ...OURS,
  files: distFiles,
  html: ({ gated, base, config = CONFIG }) =>
    page({
      head: `<script src="${base}consentry.js"></script>
<script>Consentry.start(${JSON.stringify(config)})</script>`,
      tags: marked(gated, "data-consent"),
    }),
};
