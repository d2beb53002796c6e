// What the site holds, and where it stands in the menu. A page of docs/ that is named nowhere here fails a test.

/** Groups of the menu, each with its pages by their path in docs/ (without `.md`), in reading order. */
export const MENU = [
  {
    title: { en: "Start", nl: "Beginnen" },
    pages: ["index", "start/site-owner", "start/developer", "start/dpo", "start/operator"],
  },
  {
    title: { en: "Guides" },
    pages: [
      "guides/script-tag",
      "guides/npm",
      "frameworks",
      "nextjs",
      "astro",
      "sveltekit",
      "angular",
      "nuxt",
      "react-router",
      "tanstack-start",
      "guides/embeds",
      "guides/consent-mode",
      "guides/single-page-apps",
      "guides/custom-ui",
      "guides/themes",
      "languages",
      "guides/withdrawal",
      "guides/global-privacy-control",
      "guides/subdomains",
      "guides/server-calls",
      "guides/content-security-policy",
      "hard-gate",
      "audit",
      "testing",
      "migrating",
      "guides/troubleshooting",
      "guides/updating",
      "operating",
      "upgrading",
    ],
  },
  {
    title: { en: "Reference" },
    pages: [
      "options",
      "markup",
      "services",
      "problems",
      "commands",
      "reference/cookie",
      "reference/http-api",
      "reference/sizes",
      "reference/browsers",
      "proof",
      "interop/README",
      "reference/api/index",
      "glossary",
      "changelog",
    ],
  },
  {
    title: { en: "Why" },
    pages: [
      "promises",
      "fail-closed",
      "security",
      "security-policy",
      "performance",
      "reliability",
      "why/data-sources",
      "decisions/index",
      "trials/mutation-score",
      "trials/byte-trials-core",
      "trials/byte-trials-first-visit",
      "contributing/index",
      "contributing/style",
    ],
  },
];

/** What the menu's “Try it” leads to, by its place in the repository: it lies below `try/` of the site. */
export const TRY = [
  ["Demo", "examples/index.html"],
  ["Themes", "examples/themes.html"],
  ["Configurator", "examples/configurator.html"],
  ["Verify a record", "dist/verify.html"],
];

/**
 * How the search of the site weighs: the browser and the test of the readers' questions use the same. The functions are
 * sent to the page as text, so each stands by itself.
 */
export const SEARCH = {
  fuzzy: 0.2,
  prefix: true,
  boost: { title: 4, text: 2, titles: 3 },
  /** Guides answer questions, notes of decisions explain; names of members are found by those who look for them. */
  boostDocument: (id) => {
    if (/\/(start|guides)\//.test(id)) return 2;
    if (/\/(decisions|trials)\/|\/changelog\./.test(id)) return 0.4;
    return /\/reference\/api\//.test(id) ? 0.3 : 1;
  },
  /** Words that every question has. */
  processTerm: (term) =>
    /^(a|an|and|are|do|does|for|how|i|in|is|it|my|not|of|on|or|the|to|what|with)$/i.test(term)
      ? null
      : term.toLowerCase(),
};

/** Fields of the search's index, as VitePress makes it. */
export const SEARCH_FIELDS = {
  fields: ["title", "titles", "text"],
  storeFields: ["title", "titles"],
};
