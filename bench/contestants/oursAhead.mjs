import { marked, page } from "../lib/page.mjs";
import { CONFIG, distFiles, OURS } from "./oursParts.mjs";

/** The lines of the guide to the script tag that ask for the banner beside it, and the tag. */
export const oursAhead = {
  id: "consentry-ahead",
  name: "Consentry, script tag + banner beside it",
  ...OURS,
  files: distFiles,
  html: ({ gated, base, config = CONFIG }) =>
    page({
      head: `<script>
if (!document.cookie.includes("consentry=")) {
  for (const file of ["consentry.banner"]) {
    const link = document.head.appendChild(document.createElement("link"));
    link.rel = "modulepreload";
    link.href = \`${base}\${file}.js\`;
  }
}
</script>
<script src="${base}consentry.js"></script>
<script>Consentry.start(${JSON.stringify(config)})</script>`,
      tags: marked(gated, "data-consent"),
    }),
};
