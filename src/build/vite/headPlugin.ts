import { resolve } from "node:path";
import type { Plugin } from "vite";
import type { SiteConfig } from "../../core/config/siteConfig.ts";
import { SiteError } from "../SiteError.ts";
import { headElement, type HeadElement } from "../inline/headElement.ts";
import { writeHead } from "../inline/writeHead.ts";
import { readSite, type Site } from "../site/readSite.ts";
import { writeBanner } from "../inline/writeBanner.ts";
import { placeBanner } from "./placeBanner.ts";
import { placeHead } from "./placeHead.ts";

/** What the plugin takes. */
export interface HeadPluginOptions {
  /** The file that pages take by `data-config` (JSON), from Vite's root; or what it holds. */
  config: string | SiteConfig;
  /**
   * Value of the element's `nonce`, or what the server replaces by it. Vite's own `html.cspNonce` does
   * as well.
   */
  nonce?: string;
  /**
   * Whether the banner comes with the HTML, first in the body, so that it stands at the first paint. Its language is that of
   * each page's `<html lang>`, where there is one.
   *
   * @default false
   */
  banner?: boolean;
}

/**
 * Puts the inline head into every page that Vite serves or builds: it releases what a returning visitor
 * permitted before the library has come (`docs/frameworks.md`). A mistake in the configuration ends the build
 * with its code and sentence; while developing, Vite shows it on the page.
 *
 * @throws never; the build ends with the mistake
 *
 * @example
 * import consentry from "consentry/vite";
 * import { defineConfig } from "vite";
 *
 * export default defineConfig({ plugins: [consentry({ config: "consent.json" })] });
 */
export function headPlugin({ config, nonce, banner = false }: HeadPluginOptions): Plugin {
  let file: string | undefined;
  let made: Promise<HeadElement & { site: Site }> | undefined;
  const make = async (): Promise<HeadElement & { site: Site }> => {
    try {
      const site = await readSite(file ?? config);
      // Whether there can be one is found out once, and not page by page.
      if (banner) await writeBanner(site);
      return Object.assign(headElement(writeHead(site, { banner }), nonce), { site });
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      // The sentence is for the site's owner; the stack is of no use to them.
      throw Object.assign(new Error(error.message), { name: "Consentry", stack: "" });
    }
  };
  return {
    name: "consentry",
    configResolved({ root }) {
      if (typeof config == "string") file = resolve(root, config);
    },
    async buildStart() {
      made = undefined; // A build that watches begins again.
      if (file) this.addWatchFile(file);
      if (this.environment.mode == "build") await (made ??= make());
    },
    configureServer({ watcher, ws }) {
      if (!file) return;
      watcher.add(file);
      watcher.on("all", (_event, path) => {
        if (path != file) return;
        made = undefined;
        ws.send({ type: "full-reload" });
      });
    },
    async transformIndexHtml(html) {
      const { html: head, site } = await (made ??= make());
      const page = placeHead(html, head);
      return banner ? placeBanner(page, (lang) => writeBanner(site, lang)) : page;
    },
    async closeBundle() {
      if (made) this.info((await made).facts);
    },
  };
}
