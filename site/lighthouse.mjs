// Lighthouse on three pages of the documentation site: `npm run docs:lighthouse`. Ends with 1 where a score is below 100.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { pathToFileURL } from "node:url";
import playwright from "playwright";
import { launchOptions } from "../scripts/browsers.mjs";
import { installed } from "../scripts/packages.mjs";
import { buildSite } from "./build.mjs";

const PAGES = ["index.html", "guides/troubleshooting.html", "start/site-owner.html"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TYPES = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  png: "image/png",
  svg: "image/svg+xml",
};
const PORT = 9334;

const modules = installed("bench");
const entry = createRequire(join(modules, "x.js")).resolve("lighthouse");
const { default: lighthouse } = await import(pathToFileURL(entry).href);
const out = await buildSite();
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = join(out, decodeURIComponent(pathname));
  if (!file.startsWith(out) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "application/octet-stream";
  response.writeHead(200, {
    "content-type": type,
    "content-encoding": "gzip",
    "cache-control": "max-age=31536000",
  });
  response.end(gzipSync(readFileSync(file)));
}).listen(0, "127.0.0.1");
const options = await launchOptions("chromium");
const browser = await playwright.chromium.launch({
  ...options,
  args: [...(options.args ?? []), `--remote-debugging-port=${PORT}`],
});
for (const page of PAGES) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/${page}`, {
    port: PORT,
    logLevel: "error",
    onlyCategories: CATEGORIES,
  });
  const scores = CATEGORIES.map((id) => Math.round((lhr.categories[id].score ?? 0) * 100));
  console.log(page, CATEGORIES.map((id, index) => `${id} ${scores[index]}`).join(", "));
  for (const id of CATEGORIES) {
    for (const { id: audit } of lhr.categories[id].auditRefs) {
      const { score, title, displayValue = "" } = lhr.audits[audit];
      if (score != null && score < 0.9) console.log(`  ${id}: ${title} ${displayValue}`);
    }
  }
  if (scores.some((score) => score < 100)) process.exitCode = 1;
}
await browser.close();
server.close();
