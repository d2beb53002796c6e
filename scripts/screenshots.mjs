// Takes the pictures of the README from the real thing: banner and preference centre on the demo site,
// phone and desktop, light and dark, into docs/screenshots/; then those that the tests compare with
// (test/e2e/looks.test.ts), into docs/screenshots/looks/; then all of it on one sheet, docs/screenshots/sheet.png.
// `--looks` takes only those of the tests, `--sheet` only the sheet. Needs a build.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import playwright from "playwright";
import { startDemo } from "../test/pages/demo.ts";
import { drawer, openDrawer, serve, SITE, takeLooks } from "../test/util/takeLooks.ts";
import { launchOptions } from "./browsers.mjs";

const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
};

/** What stands on the sheet: screen, layout or preference centre, light or dark, language. */
const SHEET = [
  [1280, 800, "box", "light", "en"],
  [1280, 800, "bar", "dark", "en"],
  [1280, 800, "centre", "light", "de"],
  [1280, 800, "bar", "light", "ar"],
  [1280, 800, "preferences", "light", "en"],
  [1280, 800, "preferences", "dark", "ja"],
  [390, 844, "box", "light", "en"],
  [390, 844, "box", "dark", "de"],
  [390, 844, "bar", "light", "ja"],
  [390, 844, "centre", "dark", "ar"],
  [390, 844, "preferences", "light", "ar"],
  [390, 844, "preferences", "dark", "de"],
  [320, 568, "box", "light", "de"],
  [320, 568, "preferences", "light", "de"],
  [320, 256, "box", "light", "en"], // 1280 × 1024 at 400 %
  [320, 256, "preferences", "dark", "en"],
];

const only = ["--looks", "--sheet"].find((one) => process.argv.includes(one));
if (!only) await takePictures();
if (only != "--sheet") await takeReferences();
if (only != "--looks") await takeSheet();

async function takePictures() {
  const options = await launchOptions("chromium");
  if (!options) throw new Error("Chromium is not installed: run `node scripts/browsers.mjs`");
  await mkdir(folder, { recursive: true });
  const demo = await startDemo(4173);
  const browser = await playwright.chromium.launch(options);

  for (const [screen, settings] of Object.entries(SCREENS)) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({
        ...settings,
        colorScheme,
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.goto(demo.url);
      // The panel belongs to the demo, not to the library.
      await page.addStyleTag({ content: ".watch { display: none }" });
      const shoot = (name) =>
        page.screenshot({
          path: `${folder}${name}-${screen}-${colorScheme}.png`,
          animations: "disabled",
        });
      await page.locator('[data-consentry-action="accept-all"]').first().waitFor();
      await shoot("banner");
      await page.locator('[data-consentry-action="open-preferences"]').first().click();
      await page.locator('[data-consentry-action="save"]').first().waitFor();
      await page.waitForTimeout(300); // The dialog's own transition.
      await shoot("preferences");
      await page.goto("about:blank");
      await page.goto(`${demo.url}leak/index.html#consentry-check`);
      await page.locator("[data-consentry-monitor] li code").first().waitFor();
      await page.locator('[data-consentry-action="accept-all"]').first().waitFor();
      await shoot("monitor");
      await context.close();
      console.log(`${screen} ${colorScheme}`);
    }
  }
  await browser.close();
  await demo.close();
}

async function takeReferences() {
  const looks = `${folder}looks/`;
  await rm(looks, { recursive: true, force: true });
  await mkdir(looks, { recursive: true });
  const browser = await openDrawer();
  const boxes = {};
  for await (const look of takeLooks(browser)) {
    if (boxes[look.name]) continue; // The preference centre looks the same over each layout.
    boxes[look.name] = look.boxes;
    await writeFile(`${looks}${look.name}.png`, look.png);
  }
  await writeFile(`${looks}looks.json`, `${JSON.stringify({ drawer: drawer(browser), boxes })}\n`);
  await browser.close();
  console.log(`${Object.keys(boxes).length} looks`);
}

async function takeSheet() {
  const browser = await openDrawer();
  const tiles = [];
  for (const [width, height, part, colorScheme, language] of SHEET) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    await serve(page, part == "preferences" ? "box" : part, language);
    await page.goto(`${SITE}/`);
    await page.locator(".banner").waitFor();
    if (part == "preferences") {
      await page.locator('[data-consentry-action="open-preferences"]').click();
      await page.locator(".prefs[open]").waitFor();
      await page.mouse.move(0, 0);
    }
    await page.evaluate(() => document.fonts.ready);
    const png = await page.screenshot({ animations: "disabled", caret: "hide" });
    tiles.push({
      src: `data:image/png;base64,${png.toString("base64")}`,
      text: `${part}, ${width} × ${height}, ${colorScheme}, ${language}`,
      width: width / 2,
    });
    await context.close();
  }
  const page = await browser.newPage({ viewport: { width: 2000, height: 600 } });
  await page.setContent(
    `<style>
      body { display: flex; flex-wrap: wrap; gap: 20px; align-items: start; margin: 20px; background: #fff }
      figure { margin: 0; font: 12px/1.5 sans-serif; color: #555 }
      img { display: block; border: 1px solid #ddd }
    </style>`,
  );
  await page.evaluate(async (all) => {
    for (const { src, text, width } of all) {
      const image = Object.assign(new Image(width), { src });
      await image.decode();
      const figure = document.createElement("figure");
      figure.append(image, text);
      document.body.append(figure);
    }
  }, tiles);
  await page.screenshot({ path: `${folder}sheet.png`, fullPage: true });
  await browser.close();
  console.log("the sheet");
}
