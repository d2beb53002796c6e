import { readFile } from "node:fs/promises";
import type { Browser } from "playwright";
import { leaveLarge } from "./watchSize.ts";
import { within } from "./within.ts";

const ASSETS =
  /\.(?:pdf|zip|jpe?g|png|gif|svg|webp|avif|mp4|mp3|css|js|json|xml|ico|woff2?|docx?|xlsx?)$/i;

/**
 * The pages to look at, the start first.
 *
 * @param how `crawl` follows links, `sitemap` reads `/sitemap.xml`, another text is a file with one address a line;
 *   absent: only the start.
 */
export async function listPages(
  browser: Browser,
  start: string,
  how: string | undefined,
  most: number,
): Promise<string[]> {
  const found = new Set([start]);
  const take = (address: string, base: string): void => {
    if (!URL.canParse(address, base)) return;
    const url = new URL(address, base);
    url.hash = "";
    if (url.origin == new URL(start).origin && !ASSETS.test(url.pathname)) found.add(url.href);
  };
  if (how == "sitemap") {
    const maps = [new URL("/sitemap.xml", start).href];
    for (let at = 0; at < maps.length && at < 20 && found.size < most; at++) {
      const text = await browserText(browser, maps[at]!);
      for (const [, place] of text.matchAll(/<loc>\s*([^<\s]+)/g)) {
        const address = place!.replaceAll("&amp;", "&");
        if (address.endsWith(".xml")) maps.push(address);
        else take(address, start);
      }
    }
  } else if (how == "crawl") {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, acceptDownloads: false });
    try {
      const page = await context.newPage();
      await leaveLarge(page);
      context.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
      for (const url of found) {
        if (found.size >= most) break;
        const links = await within(
          page
            .goto(url, { waitUntil: "domcontentloaded", timeout: 10_000 })
            .then(() => page.evaluate(readLinks)),
          12_000,
          "A page",
        ).catch(() => []);
        for (const link of links) take(link, url);
      }
    } finally {
      await within(context.close(), 5000, "Closing").catch(() => {});
    }
  } else if (how) {
    for (const line of (await readFile(how, "utf8")).split(/\r?\n/)) {
      if (line.trim()) take(line.trim(), start);
    }
  }
  return [...found].slice(0, most);
}

/** Runs in the page. */
function readLinks(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href);
}

async function browserText(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const response = await context.request.get(url, { timeout: 10_000 });
    return response.ok() ? await response.text() : "";
  } catch {
    return "";
  } finally {
    await context.close();
  }
}
