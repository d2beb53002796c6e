import { distFiles, generate, headPage, OURS } from "./oursParts.mjs";

let head = "";
let banner = "";

const ID = "consentry-banner";

/** `consentry inline --banner`: head and banner in the HTML, the script tag deferred. */
export const oursBanner = {
  id: ID,
  name: "Consentry, banner in the HTML",
  ...OURS,
  async files() {
    const made = await generate("inline", "--format", "js", "--banner", "--files", `/${ID}/`);
    head = made["out.js"];
    banner = made["out.banner.html"].trim();
    return distFiles();
  },
  html: (parts) => headPage(head, parts, banner),
};
