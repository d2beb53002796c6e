import { openVisitor, pause } from "../lib/browser.mjs";
import { summary } from "../lib/stats.mjs";

/** Parts of what the main thread does, by the names of the browser's trace. What is in a part is in its whole too. */
const PARTS = {
  all: /^ThreadControllerImpl::RunTask$/,
  script: /^(EvaluateScript|FunctionCall)$/,
  style: /^UpdateLayoutTree$/,
  layout: /^Layout$/,
  paint: /^(PrePaint|Paint|Layerize|Commit)$/,
};
const CATEGORIES = ["devtools.timeline", "toplevel", "loading"];
/** Milliseconds after `load` by which the first frame is there. */
const REST = 500;

const byTime = (a, b) => a.ts - b.ts;

/** Milliseconds of the main thread from the first byte that is parsed to the end of the frame that is painted first. */
function partsOf(events) {
  const painted = events.filter(({ name }) => name == "firstContentfulPaint").at(-1);
  const own = events
    .filter(({ pid, tid, ph }) => pid == painted.pid && tid == painted.tid && ph == "X")
    .toSorted(byTime);
  const begin = own.find(
    ({ name, args }) => name == "ParseHTML" && args.beginData?.url.startsWith("https:"),
  );
  // What is painted is on the screen a while later: another frame may be on its way by then.
  const frame = own.find(({ name, ts }) => name == "Commit" && ts > begin.ts && ts < painted.ts);
  const end = frame ? frame.ts + frame.dur : painted.ts;
  const within = own.filter(({ ts }) => ts + 1000 >= begin.ts && ts < end);
  const sum = (pattern) =>
    within
      .filter(({ name }) => pattern.test(name))
      .reduce((ms, { tdur, dur }) => ms + (tdur ?? dur) / 1000, 0);
  return Object.fromEntries(Object.entries(PARTS).map(([part, pattern]) => [part, sum(pattern)]));
}

async function visit(browser, address, blocked) {
  const context = await openVisitor(browser);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setBlockedURLs", { urls: blocked });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(address, { waitUntil: "load" });
    await pause(REST);
    return partsOf(JSON.parse(String(await browser.stopTracing())).traceEvents);
  } finally {
    await context.close();
  }
}

/**
 * What comes before the first paint of a first visit, four times slower, in milliseconds of the main thread: lower quartiles,
 * because others on the machine only ever add. Ours
 * also without its files, as on a network where they come after the page.
 */
export async function firstFrame(browser, world, rounds) {
  const runs = world.contestants.flatMap((one) => [
    { ...one, blocked: [] },
    ...(one.kind == "ours"
      ? [{ ...one, name: `${one.name}, its files not there yet`, blocked: ["*.js"] }]
      : []),
  ]);
  const seen = new Map(runs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { id, name, blocked } of runs) {
      seen.get(name).push(await visit(browser, `${world.site}/${id}/`, blocked));
    }
  }
  return runs.map(({ name }) => ({
    name,
    ...Object.fromEntries(
      Object.keys(PARTS).map((part) => [part, summary(seen.get(name).map((one) => one[part])).q1]),
    ),
  }));
}
