import { readFileSync } from "node:fs";
import { join } from "node:path";
import playwright, { type Browser, type Page } from "playwright";
import { launchOptions } from "../../scripts/browsers.mjs";
import { readStatic, root } from "../pages/files.ts";

/** A thing on screen: left, top, width and height in CSS pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** One picture, and where things stand in it. */
export interface Look {
  /** Layout or screen, size, colours: `box-phone-dark`. */
  name: string;
  png: Buffer;
  boxes: Record<string, Box>;
}

export const LAYOUTS = ["box", "bar", "centre"] as const;
const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
} as const;
export const SITE = "http://looks.test";

/**
 * What draws: pictures of two machines are alike to the pixel only where this is. The letters are no part of it,
 * for the page brings its own font (`test/pages/fonts`).
 */
export const drawer = (browser: Browser): string =>
  `${process.platform} chromium ${browser.version().split(".")[0]}`;

/** A Chromium that draws without what differs between machines: sub-pixel letters, hinting, colour profiles. */
export async function openDrawer(): Promise<Browser> {
  const options = await launchOptions("chromium");
  if (!options) throw new Error("Chromium is not installed: run `node scripts/browsers.mjs`");
  const args = ["--disable-lcd-text", "--font-render-hinting=none", "--force-color-profile=srgb"];
  const given = "args" in options ? options.args : [];
  return playwright.chromium.launch({ ...options, args: [...given, ...args] });
}

/** Takes the banner in each layout and the preference centre, on a phone and a desktop, in light and dark. */
export async function* takeLooks(
  browser: Browser,
): AsyncGenerator<Look & { view: string; layout: string }> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const layout of LAYOUTS) {
        const context = await browser.newContext({
          viewport,
          colorScheme,
          reducedMotion: "reduce",
          locale: "en-GB",
        });
        context.setDefaultTimeout(20_000);
        const page = await context.newPage();
        await serve(page, layout);
        await page.goto(`${SITE}/`);
        await page.locator(".banner").waitFor();
        await page.evaluate(() => document.fonts.ready);
        const end = `${size}-${colorScheme}`;
        yield {
          view: "banner",
          layout,
          name: `${layout}-${end}`,
          ...(await shoot(page, ".banner")),
        };
        await page.locator('[data-consentry-action="open-preferences"]').click();
        await page.locator(".prefs[open]").waitFor();
        // Away from what was clicked: a button that is pointed at is drawn as such.
        await page.mouse.move(0, 0);
        yield {
          view: "preferences",
          layout,
          name: `preferences-${end}`,
          ...(await shoot(page, ".prefs")),
        };
        await context.close();
      }
    }
  }
}

async function shoot(page: Page, within: string): Promise<Pick<Look, "png" | "boxes">> {
  const boxes = await page.locator(within).evaluate((element) => {
    if (!document.fonts.check("16px Looks") || document.fonts.size != 2)
      throw new Error("the page's own font is not there");
    const found: Record<string, [number, number, number, number]> = {};
    for (const one of [
      element,
      ...element.querySelectorAll("h2, p, button, input, .item, .body"),
    ]) {
      const { x, y, width, height } = one.getBoundingClientRect();
      const name = `${Object.keys(found).length} ${one.localName}`;
      found[name] = [x, y, width, height].map(Math.round) as [number, number, number, number];
    }
    return found;
  });
  return { boxes, png: await page.screenshot({ animations: "disabled", caret: "hide" }) };
}

/** The site: a page of plain shapes, whose only font is its own (letters that it lacks are the system's). */
export async function serve(page: Page, layout: string, language = "en"): Promise<void> {
  const services = ["Statistics", "Maps", "Film"].map((name, index) => ({
    id: name.toLowerCase(),
    name,
    category: index ? "marketing" : "performance",
    storage: [],
  }));
  const config = {
    controller: { name: "Acme BV" },
    policyUrl: "/privacy",
    language,
    layout,
    services,
  };
  const face = (weight: number, name: string): string => {
    const data = readFileSync(join(root, `test/pages/fonts/sans-${name}.woff`)).toString("base64");
    return `@font-face { font-family: Looks; font-weight: ${weight}; src: url(data:font/woff;base64,${data}) }`;
  };
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Looks</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>
    ${face(400, "Regular")} ${face(700, "Bold")}
    :root { --consentry-font: Looks; color-scheme: light dark; background: light-dark(#eceff1, #101417) }
    body { font: 16px/1.5 Looks; margin: 48px auto; max-width: 720px; padding: 0 16px }
    div { height: 220px; background: #8aa3ad; margin-block: 24px }
    </style><script src="/dist/consentry.js"></script><script>Consentry.start(${JSON.stringify(config)})</script>
    </head><body><h1>An article</h1><p>Text that lies below the banner.</p><div></div><div></div></body></html>`;
  await page.route(`${SITE}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname == "/")
      return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    const answer = await readStatic(pathname);
    if (!answer) return route.fulfill({ status: 404 });
    return route.fulfill({
      body: Buffer.from(answer.body ?? ""),
      contentType: String(answer.headers?.["content-type"]),
    });
  });
  await page.route(
    (url) => url.origin != SITE && url.protocol != "data:",
    (route) => route.abort(),
  );
}
