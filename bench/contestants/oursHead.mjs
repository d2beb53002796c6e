import { distFiles, generate, headPage, OURS } from "./oursParts.mjs";

let head = "";

const ID = "consentry-head";

/** `consentry inline` in the head, the script tag deferred. */
export const oursHead = {
  id: ID,
  name: "Consentry, inline head",
  ...OURS,
  async files() {
    head = (await generate("inline", "--format", "js", "--files", `/${ID}/`))["out.js"];
    return distFiles();
  },
  html: (parts) => headPage(head, parts),
};
