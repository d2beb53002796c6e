/**
 * The entry point `consentry/server` in Node.js: also renders what stands in a page before any script has come. Elsewhere
 * `server.ts` is that entry point, which reads no file.
 */
import { headElement } from "../build/inline/headElement.ts";
import { writeBanner } from "../build/inline/writeBanner.ts";
import { writeHead } from "../build/inline/writeHead.ts";
import { writeHeads } from "../build/inline/writeHeads.ts";
import { findLanguage } from "../build/site/loadMessages.ts";
import { readSite, type Site } from "../build/site/readSite.ts";
import { headFor } from "../core/choice/headFor.ts";
import type { State } from "../core/choice/state.ts";
import type { SiteConfig } from "../core/config/siteConfig.ts";

export type { SiteConfig } from "../core/config/siteConfig.ts";
export { createPermits, readConsent, type ServerConsent, type State } from "./server.ts";

/** What `renderHead` may be given. */
export interface RenderHeadOptions {
  /** Value of the script's `nonce`: this answer's. Without one, allow `hash` in `script-src`. */
  nonce?: string;
  /** Whether `renderBanner` stands in the page too. Default: false. */
  banner?: boolean;
  /**
   * What the request permits, of `readConsent`: the script has only what this visitor needs, and the page is no one else's.
   * Hand it to `renderBanner` as well. Default: the script is the same for everybody.
   */
  state?: State;
  /** Address of the folder that `consentry.js` is served from: who has to be asked gets its files at once. */
  files?: string;
}

/** The script for the head of a page. */
export interface RenderedHead {
  /** A script element, to stand before every other script of the page. */
  html: string;
  /** For `script-src`: `sha256-…`. Without `state` the same for every visitor, else one of three. */
  hash: string;
}

const sites = new WeakMap<object, Promise<Site>>();
const texts = new WeakMap<object, Map<string, string | Promise<string>>>();

/** Reads a configuration once. */
const siteOf = (config: object): Promise<Site> => {
  const site = sites.get(config) ?? readSite(config);
  sites.set(config, site);
  return site;
};

/** Makes a text of a configuration once: it is the same for every visitor. */
const once = async (
  config: object,
  key: string,
  make: (site: Site) => string | Promise<string>,
): Promise<string> => {
  const made = texts.get(config) ?? new Map<string, string | Promise<string>>();
  texts.set(config, made);
  const text = made.get(key) ?? make(await siteOf(config));
  made.set(key, text);
  return text;
};

/**
 * The script for the head of a page: for a returning visitor it restores the choice and releases what is permitted before
 * the library has come; with `banner` it shows the banner to who has to be asked. Without `state` nothing in it is about a
 * visitor, so it may be cached with the page.
 *
 * @param config the same object for every request: what is made of it is kept
 * @throws where the configuration has a mistake: its code and sentence
 * @example
 * import { renderBanner, renderHead } from "consentry/server";
 *
 * const config = { controller: { name: "Acme BV" }, services: { hotjar: {} } };
 * export async function page(nonce: string): Promise<string> {
 *   const { html } = await renderHead(config, { nonce, banner: true });
 *   return `<!doctype html><html lang="nl"><head>${html}…</head><body>${await renderBanner(config, { language: "nl" })}…`;
 * }
 */
export async function renderHead(
  config: SiteConfig,
  { nonce, banner = false, files, state }: RenderHeadOptions = {},
): Promise<RenderedHead> {
  const form = headFor(state);
  const shown = banner && form == "asks";
  const code = await once(config, `head ${form} ${shown} ${files ?? ""}`, (site) =>
    form == "asks" ? writeHead(site, { banner, files }) : writeHeads(site, files)[form],
  );
  const { html, hash } = headElement(code, nonce);
  return { html, hash };
}

/**
 * The banner as HTML, hidden until the script of `renderHead` has seen that this visitor has to be asked. Best placed first
 * in the body. No style sheet, no nonce: its styles come with that script.
 *
 * @param config the same object for every request
 * @param options `language`: that of the page (BCP 47). Default: that of the configuration, else English. `state`: what the
 *   request permits: who has decided gets an empty text. Default: everybody gets the banner
 * @throws where the configuration has a mistake, or the banner is not known beforehand: `banner-empty`, `banner-migrate`
 *
 * @example
 * import { renderBanner } from "consentry/server";
 *
 * const config = { controller: { name: "Acme BV" }, categories: ["marketing"] };
 * export const banner: Promise<string> = renderBanner(config, { language: "nl" });
 */
export async function renderBanner(
  config: SiteConfig,
  { language = "", state }: { language?: string; state?: State } = {},
): Promise<string> {
  if (headFor(state) != "asks") return "";
  // By the language that it is found to be: what a visitor's browser sends may be anything.
  const found = language && findLanguage(language);
  return once(config, `banner ${found}`, (site) => writeBanner(site, found));
}
