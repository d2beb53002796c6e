import { openVisitor, pause } from "../lib/browser.mjs";

/** Milliseconds in which nothing more comes. */
const REST = 500;
const PATIENCE = 30_000;

async function until(what, holds) {
  for (const end = performance.now() + PATIENCE; !holds(); await pause(20)) {
    if (performance.now() > end) throw new Error(`${what} never came`);
  }
}

/** Centre of the accept button, or null. */
const look = (path) => {
  let found = document;
  for (const selector of path.split(" >>> ")) {
    found = (found?.shadowRoot ?? found)?.querySelector(selector);
  }
  if (!found?.checkVisibility()) return null;
  const { left, top, width, height } = found.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/**
 * One first visit and one click on accept, four times slower, with nothing of ours in the page meanwhile.
 *
 * @param begin called before the page opens, and again before the click
 * @param end called when the banner stands and the page rests, and again after the click
 */
export async function visit(browser, world, { accept }, address, { begin, end }) {
  world.forget();
  const context = await openVisitor(browser);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Profiler.enable");
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await begin(session);
    await page.goto(address, { waitUntil: "load" });
    // It is asked for when the browser has nothing else to do.
    await until("the rest", () => world.asked.site.some(({ path }) => path.endsWith("-proof.js")));
    await pause(REST);
    await end(session, "visit");
    const place = await page.evaluate(look, accept);
    if (!place) throw new Error("the accept button cannot be seen");
    await page.mouse.move(place.x, place.y);
    await pause(REST);
    await begin(session);
    await page.mouse.click(place.x, place.y);
    await until("the gated scripts", () => world.asked.vendor.length == 3);
    await pause(REST);
    await end(session, "click");
  } finally {
    await context.close();
  }
}
