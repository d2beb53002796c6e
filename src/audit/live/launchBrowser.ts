import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, LaunchOptions } from "playwright";

/** As much of Playwright as an audit uses. */
interface Driver {
  chromium: { launch(options: LaunchOptions): Promise<Browser>; executablePath(): string };
}

const INSTALLED = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/** How the browser is started. */
export interface BrowserOptions {
  /** Path of a browser; default `CHROME_PATH`, one that is installed, or Playwright's own. */
  path?: string | undefined;
  /** Address of a proxy. */
  proxy?: string | undefined;
}

/**
 * Starts a browser with the site's or this package's Playwright.
 * @throws Error that says which one command is missing.
 */
export async function launchBrowser({ path, proxy }: BrowserOptions): Promise<Browser> {
  const { chromium } = await loadDriver();
  const given = path ?? process.env["CHROME_PATH"];
  const executablePath =
    given ?? (existsSync(chromium.executablePath()) ? undefined : INSTALLED.find(existsSync));
  if (!executablePath && !existsSync(chromium.executablePath())) {
    throw new Error("There is no browser. Run: npx playwright install chromium");
  }
  return chromium.launch({
    ...(executablePath && { executablePath }),
    ...(proxy && { proxy: { server: proxy } }),
    // This process ends it, with a verdict for what was not finished.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      // Megabytes. A page that takes more ends with a verdict, and not with the machine's memory.
      "--js-flags=--max-old-space-size=1024",
    ],
  });
}

/** Playwright of the folder that the command runs in, or beside this package. */
async function loadDriver(): Promise<Driver> {
  for (const from of [pathToFileURL(join(process.cwd(), "x.js")).href, import.meta.url]) {
    for (const name of ["playwright", "playwright-core"]) {
      try {
        const module = (await import(
          /* @vite-ignore */ pathToFileURL(createRequire(from).resolve(name)).href
        )) as { default?: Driver } & Driver;
        return module.default ?? module;
      } catch {
        continue; // Not installed there.
      }
    }
  }
  throw new Error("A live audit needs Playwright. Run: npm install --save-dev playwright");
}
