import { page } from "../lib/page.mjs";
import { declare, OPTIONS } from "./c15tParts.mjs";
import { bundle, versionOf } from "./peerFiles.mjs";

/** The engine, with the banner of its guide "Building UI". */
const source = `
import { getOrCreateConsentRuntime } from "c15t";
const { consentStore } = getOrCreateConsentRuntime(${OPTIONS});
const make = (name, text, click) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (click) element.addEventListener("click", click);
  return element;
};
const banner = make("div");
banner.id = "consent-banner";
banner.setAttribute("role", "dialog");
banner.setAttribute("aria-label", "Cookie consent");
banner.style = "position:fixed;bottom:1em;left:1em;padding:1em;background:#fff;border:1px solid;max-width:20em";
const save = (what) => () => consentStore.getState().saveConsents(what);
const accept = make("button", "Accept all", save("all"));
accept.id = "consent-accept";
const reject = make("button", "Reject all", save("necessary"));
reject.id = "consent-reject";
banner.append(make("p", "We use cookies to measure visits and to show advertising."), reject, accept);
const show = ({ activeUI }) => { banner.style.display = activeUI == "banner" ? "block" : "none"; };
show(consentStore.getState());
document.body.append(banner);
consentStore.subscribe(show);
`;

export const c15tCore = {
  id: "c15t-core",
  name: "c15t core, a banner of one's own",
  kind: "peer",
  version: versionOf("c15t"),
  accept: "#consent-accept",
  reject: "#consent-reject",
  files: () => bundle(source),
  html: ({ gated, base }) =>
    page({ head: declare(gated), tags: `<script defer src="${base}app.js"></script>` }),
};
