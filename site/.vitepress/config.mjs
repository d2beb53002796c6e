import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineConfig } from "vitepress";
import { MENU, SEARCH, TRY } from "../pages.mjs";
import { root, slugOf, staged } from "../stage.mjs";
import { fitTables } from "./tables.mjs";

const source = join(staged, "src");
const { version, repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The first heading of a page: its name in the menu. */
const titleOf = (path) =>
  /^# (.+)$/m.exec(readFileSync(join(source, `${path}.md`), "utf8"))[1].replaceAll("`", "");

/** A language's menu holds the groups that it has a title for, and its own pages. */
const sidebar = (language, folder = "") =>
  MENU.filter(({ title }) => title[language]).map(({ title, pages }) => ({
    text: title[language],
    items: pages.map((page) => ({
      text: page == "index" ? "Consentry" : titleOf(folder + page),
      link: `/${folder}${page}`.replace(/index$/, ""),
    })),
  }));

const WORDS_NL = {
  outline: { label: "Op deze pagina" },
  docFooter: { prev: "Vorige", next: "Volgende" },
  darkModeSwitchLabel: "Weergave",
  lightModeSwitchTitle: "Licht",
  darkModeSwitchTitle: "Donker",
  sidebarMenuLabel: "Menu",
  returnToTopLabel: "Naar boven",
  langMenuLabel: "Taal",
  skipToContentLabel: "Naar de inhoud",
};

/** Edit links need an address of the repository, which the manifest names once there is one. */
const edit = repository?.url && {
  pattern: `${repository.url.replace(/^git\+|\.git$/g, "")}/edit/main/docs/:path`,
};

/** Pictures carry their width and height, so that nothing moves when they come. */
function giveSizes(md) {
  const { image } = md.renderer.rules;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const file = join(source, dirname(env.relativePath), tokens[index].attrGet("src"));
    if (file.endsWith(".png")) {
      const head = readFileSync(file).subarray(16, 24);
      tokens[index].attrSet("width", String(head.readUInt32BE(0)));
      tokens[index].attrSet("height", String(head.readUInt32BE(4)));
    }
    return image(tokens, index, options, env, self);
  };
}

export default defineConfig({
  title: "Consentry",
  description:
    "Cookie consent that blocks what you mark until a visitor agrees, and records each decision.",
  srcDir: source,
  outDir: join(staged, "dist"),
  cacheDir: join(staged, "cache"),
  base: process.env.DOCS_BASE ?? "/",
  metaChunk: true,
  lastUpdated: false,
  head: [["meta", { name: "generator", content: `Consentry ${version}` }]],
  markdown: {
    // What looks like an element in a sentence is text.
    html: false,
    anchor: { slugify: slugOf },
    image: { lazyLoading: true },
    config(md) {
      giveSizes(md);
      fitTables(md);
    },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  locales: {
    root: { label: "English", lang: "en-GB" },
    nl: {
      label: "Nederlands",
      lang: "nl",
      themeConfig: { ...WORDS_NL, sidebar: sidebar("nl", "nl/"), nav: [] },
    },
  },
  themeConfig: {
    sidebar: sidebar("en"),
    nav: [
      ...MENU.map(({ title, pages }) => ({
        // “Start” alone says too little as a link.
        text: title.en == "Start" ? "Get started" : title.en,
        link: `/${pages[0]}`.replace(/index$/, ""),
      })),
      {
        text: "Try it",
        items: TRY.map(([text, path]) => ({ text, link: `/try/${path}`, target: "_self" })),
      },
    ],
    outline: [2, 3],
    // Only the pages to start with are in Dutch: the switch leads to the first of them.
    i18nRouting: false,
    search: {
      provider: "local",
      options: {
        miniSearch: { searchOptions: SEARCH },
        locales: {
          nl: {
            translations: {
              button: { buttonText: "Zoeken", buttonAriaLabel: "Zoeken" },
              modal: { noResultsText: "Niets gevonden voor", resetButtonTitle: "Wissen" },
            },
          },
        },
      },
    },
    ...(edit && { editLink: edit }),
  },
});
