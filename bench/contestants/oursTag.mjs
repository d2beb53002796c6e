import { marked, page } from "../lib/page.mjs";
import { ACCEPT, CONFIG, distFiles, REJECT, version } from "./oursParts.mjs";

/** The first lines of the README: a script tag, and a call. */
export const oursTag = {
  id: "consentry-tag",
  name: "Consentry, script tag",
  kind: "ours",
  version,
  accept: ACCEPT,
  reject: REJECT,
  files: distFiles,
  html: ({ gated, base, config = CONFIG }) =>
    page({
      head: `<script defer src="${base}consentry.js"></script>
<script type="module">Consentry.start(${JSON.stringify(config)})</script>`,
      tags: marked(gated, "data-consent"),
    }),
};
