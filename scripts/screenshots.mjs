// Takes the pictures of the README from the real thing: banner and preference centre on the demo site,
// phone and desktop, light and dark, into docs/screenshots/; then those that the tests compare with
// (test/e2e/looks.test.ts), into docs/screenshots/looks/. `--looks` takes only the latter. Needs a build.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import playwright from "playwright";
import { startDemo } from "../test/pages/demo.ts";
import { drawer, openDrawer, takeLooks } from "../test/util/takeLooks.ts";
import { launchOptions } from "./browsers.mjs";

const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
};

if (!process.argv.includes("--looks")) await takePictures();
await takeReferences();

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
