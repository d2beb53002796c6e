import playwright from "playwright";
import { launchOptions } from "../../scripts/browsers.mjs";
import { probe } from "./probe.mjs";

/** Slow 4G as the browser's own tools have it. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const PATIENCE = 20_000; // milliseconds
/** A hand is on the button before it clicks, milliseconds. */
const HOVER = 150;

/**
 * Chromium, with nothing in it that works beside the page, and the two origins on this machine.
 *
 * @param trust hash of the key of the servers' certificate
 * @param more flags
 */
export async function openBrowser({ trust }, more = []) {
  const options = await launchOptions("chromium");
  if (!options) throw new Error("no Chromium: run `node scripts/browsers.mjs`");
  const args = [
    "--host-resolver-rules=MAP *.test 127.0.0.1",
    `--ignore-certificate-errors-spki-list=${trust}`,
    ...more,
  ];
  return playwright.chromium.launch({ ...options, args: [...(options.args ?? []), ...args] });
}

/** A visitor with a fresh profile. */
export async function openVisitor(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

/**
 * Opens an address in a new tab on a slow processor.
 *
 * @param watch what the probe looks for; null: no probe, so that nothing but the page runs in the page
 * @param fresh true: the cache is emptied before
 */
export async function openTab(
  context,
  url,
  { watch = null, slow = false, fresh = false, cpu = 4 },
) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const told = new Map();
  const once = (what) => {
    if (!told.has(what)) {
      let done;
      const promise = new Promise((resolve) => (done = resolve));
      told.set(what, { promise, done });
    }
    return told.get(what);
  };
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  session.on("Runtime.bindingCalled", ({ payload }) => once(payload).done());
  await session.send("Runtime.enable");
  await session.send("Performance.enable");
  await session.send("Network.enable");
  if (watch) {
    await session.send("Runtime.addBinding", { name: "benchTell" });
    await page.addInitScript(probe, watch);
  }
  if (fresh) await session.send("Network.clearBrowserCache");
  if (slow) await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await page.goto(url, { waitUntil: slow ? "commit" : "load", timeout: PATIENCE });
  return {
    page,
    session,
    errors,
    /** Resolves when the probe has told something, or rejects with what was awaited. */
    async told(what, patience = PATIENCE) {
      let timer;
      const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`"${what}" never came`)), patience);
      });
      await Promise.race([once(what).promise, late]).finally(() => clearTimeout(timer));
    },
    /** What the probe noted, with the first paint and each gated script's request. */
    read: (vendor) =>
      page.evaluate(
        (origin) => ({
          ...window.bench,
          fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
          requests: performance
            .getEntriesByType("resource")
            .filter(({ name }) => name.startsWith(origin))
            .map(({ startTime }) => startTime)
            .toSorted((a, b) => a - b),
        }),
        vendor,
      ),
    /** Clicks the centre of an element, as a mouse does. */
    async click(path) {
      const place = await page.evaluate((what) => window.benchPlace(what), path);
      if (!place) throw new Error(`${path} is not on top`);
      await page.mouse.move(place.x, place.y);
      await pause(HOVER);
      await page.mouse.click(place.x, place.y);
    },
    /** Seconds and bytes that the browser counts for this page. */
    async metrics() {
      const { metrics } = await session.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    },
    close: () => page.close(),
  };
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
