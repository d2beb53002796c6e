import { resolve } from "node:path";
import type { Plugin } from "vite";
import type { Options } from "../../core/config/options.ts";
import { SiteError } from "../SiteError.ts";
import { headElement, type HeadElement } from "../inline/headElement.ts";
import { writeHead } from "../inline/writeHead.ts";
import { readSite } from "../site/readSite.ts";
import { placeHead } from "./placeHead.ts";

/** What the plugin is told. */
export interface HeadPluginOptions {
  /** The file that pages take by `data-config` (JSON), from Vite's root; or what it holds. */
  config: string | Options | Readonly<Record<string, unknown>>;
  /**
   * Value of the element's `nonce`, or what the server replaces by it. Vite's own `html.cspNonce` does
   * as well.
   */
  nonce?: string;
}

/**
 * Puts the inline head into every page that Vite serves or builds: it releases what a returning visitor
 * permitted before the library has come (`docs/frameworks.md`). A mistake in the configuration ends the build
 * with its code and sentence; while developing, Vite shows it on the page.
 */
export function headPlugin({ config, nonce }: HeadPluginOptions): Plugin {
  let file: string | undefined;
  let made: Promise<HeadElement> | undefined;
  const make = async (): Promise<HeadElement> => {
    try {
      return headElement(writeHead(await readSite(file ?? config)), nonce);
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
      made = undefined; // A build that watches begins anew.
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
    transformIndexHtml: async (html) => placeHead(html, (await (made ??= make())).html),
    async closeBundle() {
      if (made) this.info((await made).facts);
    },
  };
}
