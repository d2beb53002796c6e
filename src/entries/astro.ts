/** The entry point `consentry/astro`: an integration for Astro 5 and later. */
import { SiteError } from "../build/SiteError.ts";
import type { Heads } from "../build/inline/exchangeHead.ts";
import { otherHead } from "../build/inline/otherHead.ts";
import { writeBanner } from "../build/inline/writeBanner.ts";
import { writeHeads } from "../build/inline/writeHeads.ts";
import { findLanguage } from "../build/site/loadMessages.ts";
import { readSite } from "../build/site/readSite.ts";
import { writeInstance, writeServerOptions } from "../build/site/writeInstance.ts";
import type { SiteConfig } from "./server.node.ts";

/** What the integration is given. */
export interface AstroOptions {
  /** What a page takes by `data-config`: services of the catalogue by their ids, and your own, without functions. */
  config: SiteConfig;
  /** Languages of your pages (BCP 47), the usual one first. Default: that of the configuration, else English. */
  languages?: readonly string[];
}

/** As much of Astro's hook as is used. */
export interface AstroSetup {
  /** The site's own configuration. */
  config: { integrations: readonly { name: string }[] };
  /** Puts `content` into every page, at a `stage` of its building. */
  injectScript(stage: "head-inline" | "page", content: string): void;
  /** Adds a `middleware` by the module that holds it. */
  addMiddleware(middleware: { order: "pre" | "post"; entrypoint: string }): void;
  /** Changes Astro's `config`: what is given is merged into it. */
  updateConfig(config: { vite: { plugins: object[] } }): unknown;
}

/** An integration as Astro takes it. */
export interface AstroIntegrationLike {
  /** Names it in Astro's messages. */
  name: string;
  /** What Astro calls. */
  hooks: { "astro:config:setup": (setup: AstroSetup) => Promise<void> };
}

/** Modules of this site that the integration makes; the components of the package import the first two. */
const MODULES = [
  "virtual:consentry/instance",
  "virtual:consentry/banners",
  "virtual:consentry/middleware",
  "virtual:consentry/options",
] as const;
const middleware = (heads: Heads): string =>
  `import { consentMiddleware } from "consentry/astro/middleware";
import { options } from ${JSON.stringify(MODULES[3])};
export const onRequest = consentMiddleware(options, undefined, ${JSON.stringify(heads)});
`;

/**
 * Puts the inline head into every page, starts the library in the browser, and lets pages read
 * `Astro.locals.consent`. The banner is a component: `consentry/astro/ConsentBanner.astro`.
 *
 * @throws never; the build ends where the configuration has a mistake: its code and sentence
 *
 * @example
 * import consentry from "consentry/astro";
 *
 * const options = { controller: { name: "Acme BV" }, categories: ["marketing"] };
 * export default { integrations: [consentry({ config: options, languages: ["en", "nl"] })] };
 */
export default function consentry(options: AstroOptions): AstroIntegrationLike {
  const { config, languages = [] } = options ?? {};
  return {
    name: "consentry",
    hooks: {
      async "astro:config:setup"({ config: astro, injectScript, addMiddleware, updateConfig }) {
        if (astro.integrations.filter(({ name }) => name == "consentry").length > 1) {
          throw new Error(
            "consentry/astro: the integration is listed twice. Remove one of the two.",
          );
        }
        const site = await readSite(config).catch((error: unknown) => {
          throw error instanceof SiteError ? new Error(error.message) : error;
        });
        const tags = languages.map(findLanguage);
        const banners = (tags.length ? tags : [undefined]).map(
          async (tag) => [tag ?? "", await writeBanner(site, tag)] as const,
        );
        const heads = writeHeads(site);
        const { asks } = heads;
        const code = [
          writeInstance(site, tags),
          `export const banners = ${JSON.stringify(await Promise.all(banners))};`,
          middleware({
            asks,
            decided: otherHead(asks, heads.decided),
            refused: otherHead(asks, heads.refused),
          }),
          writeServerOptions(site),
        ];
        injectScript("head-inline", asks);
        injectScript("page", `import { consent } from "${MODULES[0]}"; consent.start();`);
        addMiddleware({ order: "pre", entrypoint: MODULES[2] });
        updateConfig({
          vite: {
            plugins: [
              {
                name: "consentry",
                resolveId: (id: string) =>
                  MODULES.some((module) => module == id) ? `\0${id}` : undefined,
                load: (id: string) => code[MODULES.findIndex((module) => `\0${module}` == id)],
              },
            ],
          },
        });
      },
    },
  };
}
