import { resolve } from 'node:path';
import { C as CommandError } from './exitCodes.js';
import { h as headElement, w as writeHead } from './writeHead.js';
import { r as readSite } from './readSite.js';
import 'node:crypto';
import 'node:zlib';
import 'node:fs';
import 'node:fs/promises';
import './keysOf.js';
import './own.js';
import 'node:url';
import 'node:module';

function placeHead(html, element) {
  const text = html.replace(/<!--[^]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
  const end = (pattern) => {
    const found = pattern.exec(text);
    return found ? found.index + found[0].length : -1;
  };
  const script = text.search(/<script[\s>/]/i);
  const encoding = end(/<meta\s[^>]*charset[^>]*>/i);
  const isFirst = encoding >= 0 && (script < 0 || encoding <= script);
  const head = end(/<head(?:\s[^>]*)?>/i);
  const doctype = Math.max(end(/<html(?:\s[^>]*)?>/i), end(/<!doctype[^>]*>/i), 0);
  const at = isFirst ? encoding : head >= 0 ? head : doctype;
  return `${html.slice(0, at)}
    ${element}${html.slice(at)}`;
}

function headPlugin({ config, nonce }) {
  let file;
  let made;
  const make = async () => {
    try {
      return headElement(writeHead(await readSite(file ?? config)), nonce);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw Object.assign(new Error(error.message), { name: "Consentry", stack: "" });
    }
  };
  return {
    name: "consentry",
    configResolved({ root }) {
      if (typeof config == "string") file = resolve(root, config);
    },
    async buildStart() {
      made = void 0;
      if (file) this.addWatchFile(file);
      if (this.environment.mode == "build") await (made ??= make());
    },
    configureServer({ watcher, ws }) {
      if (!file) return;
      watcher.add(file);
      watcher.on("all", (_event, path) => {
        if (path != file) return;
        made = void 0;
        ws.send({ type: "full-reload" });
      });
    },
    transformIndexHtml: async (html) => placeHead(html, (await (made ??= make())).html),
    async closeBundle() {
      if (made) this.info((await made).facts);
    }
  };
}

export { headPlugin as default };
