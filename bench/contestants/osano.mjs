import { page } from "../lib/page.mjs";
import { packaged, versionOf } from "./peerFiles.mjs";

const config = {
  type: "opt-in",
  palette: { popup: { background: "#000" }, button: { background: "#f1d600" } },
  content: { href: "/privacy" },
};

/** It shows a banner and sets a word; letting scripts in is the page's own code. */
export const osano = {
  id: "osano-cookieconsent",
  name: "osano cookieconsent (gates nothing by itself)",
  kind: "peer",
  version: versionOf("cookieconsent"),
  accept: ".cc-window .cc-allow",
  reject: ".cc-window .cc-deny",
  files: () => ({
    "cookieconsent.min.css": packaged("cookieconsent/build/cookieconsent.min.css"),
    "cookieconsent.min.js": packaged("cookieconsent/build/cookieconsent.min.js"),
  }),
  html: ({ gated, base }) =>
    page({
      head: `<link rel="stylesheet" href="${base}cookieconsent.min.css">`,
      end: `<script src="${base}cookieconsent.min.js" data-cfasync="false"></script>
<script>
const scripts = ${JSON.stringify(gated)};
const release = () => { for (const { src, code } of scripts.splice(0)) { const s = document.createElement("script"); if (src) s.src = src; else s.text = code; document.head.append(s); } };
window.cookieconsent.initialise(Object.assign(${JSON.stringify(config)}, {
  onInitialise(status) { if (status == "allow") release(); },
  onStatusChange(status) { if (status == "allow") release(); },
}));
</script>`,
    }),
};
