import { setTimeout as sleep } from "node:timers/promises";
import playwright, { type Browser, type BrowserContext, type Page } from "playwright";
import { launchOptions } from "../../scripts/browsers.mjs";
import type { Engine, Tab, TabOptions } from "./tab.ts";

const PATIENCE = 30_000; // milliseconds
const CLOSES = 2_000;

/**
 * An engine that Playwright drives, behind the proxy, or undefined where it is not installed.
 *
 * @param without flags of Playwright's own to leave out
 */
export async function viaPlaywright(
  name: Engine["name"],
  proxy: string,
  without: string[] = [],
): Promise<Engine | undefined> {
  if (!(await launchOptions(name))) return undefined;
  const browsers = new Map<boolean, Promise<Browser>>();
  const launch = async (whole: boolean): Promise<Browser> => {
    const options = await launchOptions(name, whole);
    return playwright[name].launch({
      ...options,
      ...(without.length && { ignoreDefaultArgs: without }),
      ...(name == "firefox" ? firefoxProxy(proxy) : { proxy: { server: proxy } }),
    });
  };
  /** At the first visit: a file that asks for one engine does not pay for another. */
  const launched = (whole: boolean): Promise<Browser> => {
    const browser = browsers.get(whole) ?? launch(whole);
    browsers.set(whole, browser);
    return browser;
  };
  return {
    name,
    launch: async () => void (await launched(false)),
    async open({
      width = 1280,
      height = 800,
      colorScheme = "light",
      arrival = "load",
      whole = false,
      moves = false,
    }: TabOptions = {}) {
      const context = await (
        await launched(whole && name == "chromium")
      ).newContext({
        ignoreHTTPSErrors: true,
        viewport: { width, height },
        colorScheme,
        // A click waits until what it hits stands still.
        reducedMotion: moves ? "no-preference" : "reduce",
      });
      context.setDefaultTimeout(PATIENCE);
      return tabOf(await context.newPage(), context, arrival);
    },
    async close() {
      for (const browser of browsers.values()) await (await browser).close();
    },
  };
}

/** Stock Firefox takes only the proxy for http from Playwright; its own settings reach https and sockets. */
function firefoxProxy(proxy: string): { firefoxUserPrefs: Record<string, string | number> } {
  const { hostname, port } = new URL(proxy);
  return {
    firefoxUserPrefs: {
      "network.proxy.type": 1,
      "network.proxy.http": hostname,
      "network.proxy.http_port": Number(port),
      "network.proxy.ssl": hostname,
      "network.proxy.ssl_port": Number(port),
      "network.proxy.no_proxies_on": "",
    },
  };
}

function tabOf(page: Page, context: BrowserContext, waitUntil: "load" | "domcontentloaded"): Tab {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil })),
    reload: async () => void (await page.reload({ waitUntil })),
    back: async () => void (await page.goBack({ waitUntil })),
    evaluate: async <T, A>(run: (argument: A) => T | Promise<T>, argument?: A): Promise<T> =>
      (await page.evaluate(run as never, argument as never)) as T,
    click: (selector) => page.locator(selector).first().click(),
    press: (key) => page.keyboard.press(key),
    cookies: () => context.cookies(page.url()),
    second: async () => tabOf(await context.newPage(), context, waitUntil),
    requests: () => asked,
    page,
    leave: () => page.close(),
    // Chromium does not answer where a page is just being loaded anew: it closes, and nobody waits for it.
    close: () => Promise.race([context.close(), sleep(CLOSES)]),
  };
}
