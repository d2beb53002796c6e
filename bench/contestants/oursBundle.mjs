import { marked, page } from "../lib/page.mjs";
import { generate, OURS } from "./oursParts.mjs";

/** `consentry bundle`: one file with the configuration inside. */
export const oursBundle = {
  id: "consentry-bundle",
  name: "Consentry, bundle",
  ...OURS,
  files: () => generate("bundle", "--lang", "en"),
  html: ({ gated, base }) =>
    page({
      head: `<script src="${base}out.js"></script>`,
      tags: marked(gated, "data-consent"),
    }),
};
