import { marked, page } from "../lib/page.mjs";
import { ACCEPT, CONFIG, distFiles, generate, REJECT, version } from "./oursParts.mjs";

let head = "";

const ID = "consentry-head";

/** `consentry inline` in the head, the script tag deferred. */
export const oursHead = {
  id: ID,
  name: "Consentry, inline head",
  kind: "ours",
  version,
  accept: ACCEPT,
  reject: REJECT,
  async files() {
    head = (await generate("inline", "--format", "js", "--files", `/${ID}/`))["out.js"];
    return distFiles();
  },
  html: ({ gated, base }) =>
    page({
      head: `<script>${head}</script>
<script type="application/json" id="consentry-config">${JSON.stringify(CONFIG)}</script>
<script defer src="${base}consentry.js"></script>`,
      tags: marked(gated, "data-consent"),
    }),
};
