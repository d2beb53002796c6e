import { page } from "../lib/page.mjs";
import { declare, OPTIONS } from "./c15tParts.mjs";
import { bundle, versionOf } from "./peerFiles.mjs";

/** Its React quickstart: provider, banner, dialog, and the style sheet of the components. */
const source = `
import { createRoot } from "react-dom/client";
import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from "@c15t/react";
import "@c15t/react/styles.css";
createRoot(document.getElementById("app")).render(
  <ConsentManagerProvider options={${OPTIONS}}>
    <ConsentBanner />
    <ConsentDialog />
  </ConsentManagerProvider>,
);
`;

export const c15tReact = {
  id: "c15t-react",
  name: "c15t React",
  kind: "peer",
  version: versionOf("@c15t/react"),
  accept: '[data-testid="consent-banner-accept-button"]',
  reject: '[data-testid="consent-banner-reject-button"]',
  files: () => bundle(source, "jsx"),
  html: ({ gated, base }) =>
    page({
      head: `<link rel="stylesheet" href="${base}app.css">${declare(gated)}`,
      tags: `<script defer src="${base}app.js"></script>`,
      end: '<div id="app"></div>',
    }),
};
