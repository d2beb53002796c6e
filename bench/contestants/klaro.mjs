import { CATEGORIES, marked, page } from "../lib/page.mjs";
import { packaged, versionOf } from "./peerFiles.mjs";

const config = {
  version: 1,
  acceptAll: true,
  privacyPolicy: "/privacy",
  lang: "en",
  translations: {
    en: {
      consentModal: { description: "Here you can see what we use." },
      purposes: Object.fromEntries(CATEGORIES.map((category) => [category, category])),
    },
  },
  services: CATEGORIES.map((category) => ({
    name: category,
    title: `Vendor of ${category}`,
    purposes: [category],
    cookies: [`_${category}`],
  })),
};

/** Its README: the configuration and then the script, both deferred. */
export const klaro = {
  id: "klaro",
  name: "klaro",
  kind: "peer",
  version: versionOf("klaro"),
  accept: ".klaro .cookie-notice .cm-btn-success",
  reject: ".klaro .cookie-notice .cn-decline",
  files: () => ({
    "config.js": `var klaroConfig=${JSON.stringify(config)};`,
    "klaro.js": packaged("klaro/dist/klaro.js"),
  }),
  html: ({ gated, base }) =>
    page({
      head: `<script defer src="${base}config.js"></script>
<script defer src="${base}klaro.js"></script>`,
      tags: marked(gated, "data-name", { more: ' data-type="text/javascript"' }),
    }),
};
