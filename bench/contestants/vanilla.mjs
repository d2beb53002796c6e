import { CATEGORIES, marked, page } from "../lib/page.mjs";
import { packaged, versionOf } from "./peerFiles.mjs";

const config = {
  // Its own switch for automated browsers, or the banner stays away.
  hideFromBots: false,
  categories: {
    necessary: { enabled: true, readOnly: true },
    ...Object.fromEntries(CATEGORIES.map((category) => [category, {}])),
  },
  language: {
    default: "en",
    translations: {
      en: {
        consentModal: {
          title: "We use cookies",
          description: "We use cookies to measure visits and to show advertising.",
          acceptAllBtn: "Accept all",
          acceptNecessaryBtn: "Reject all",
          showPreferencesBtn: "Manage individual preferences",
        },
        preferencesModal: {
          title: "Manage cookie preferences",
          acceptAllBtn: "Accept all",
          acceptNecessaryBtn: "Reject all",
          savePreferencesBtn: "Accept current selection",
          closeIconLabel: "Close modal",
          sections: [
            { title: "Necessary", description: "Needed by the site.", linkedCategory: "necessary" },
            ...CATEGORIES.map((category) => ({
              title: category,
              description: `Cookies of the category ${category}.`,
              linkedCategory: category,
            })),
          ],
        },
      },
    },
  },
};

/** https://cookieconsent.orestbida.com: style sheet in the head, a module that imports and runs. */
export const vanilla = {
  id: "vanilla-cookieconsent",
  name: "vanilla-cookieconsent",
  kind: "peer",
  version: versionOf("vanilla-cookieconsent"),
  accept: '#cc-main .cm [data-role="all"]',
  reject: '#cc-main .cm [data-role="necessary"]',
  files: () => ({
    "cookieconsent.css": packaged("vanilla-cookieconsent/dist/cookieconsent.css"),
    "cookieconsent.umd.js": packaged("vanilla-cookieconsent/dist/cookieconsent.umd.js"),
    "config.js": `import "./cookieconsent.umd.js";CookieConsent.run(${JSON.stringify(config)});`,
  }),
  html: ({ gated, base }) =>
    page({
      head: `<link rel="stylesheet" href="${base}cookieconsent.css">
<script type="module" src="${base}config.js"></script>`,
      tags: marked(gated, "data-category"),
    }),
};
