import { openTab, openVisitor, pause } from "../lib/browser.mjs";
import { pageOf } from "../lib/round.mjs";
import { summary } from "../lib/stats.mjs";

const CATEGORIES = ["devtools.timeline", "toplevel", "loading"];
/** Milliseconds in which what a click or a page has begun is done. */
const REST = 500;
const BLANK = "/blank";

/** Milliseconds of the main thread between two moments of a trace. */
const between = (from, to) => (to.tts - from.tts) / 1000;

/** From the moment the page is there to the first request for a gated script. */
function partsOf(events, { site, vendor }) {
  const parses = events.filter(({ name, args }) => {
    const { url = "" } = args?.beginData ?? {};
    return name == "ParseHTML" && url.startsWith(site) && !url.endsWith(BLANK);
  });
  const parse = parses.toSorted((a, b) => a.ts - b.ts)[0];
  const own = events
    .filter(({ pid, tid, tts }) => pid == parse.pid && tid == parse.tid && tts)
    .toSorted((a, b) => a.ts - b.ts);
  const commit = own.findLast(({ name, ts }) => name == "CommitLoad" && ts < parse.ts);
  const asked = own.find(
    ({ name, args }) => name == "ResourceSendRequest" && args.data.url.startsWith(vendor),
  );
  const scripts = own.filter(
    ({ name, ts }) => name == "EvaluateScript" && ts > parse.ts && ts < asked.ts,
  );
  const script = scripts.reduce((ms, { tdur }) => ms + tdur / 1000, 0);
  const all = between(commit, asked);
  const before = between(commit, parse);
  return { all, before, script, rest: all - before - script };
}

async function visit(browser, context, world, path) {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    // The same process serves the next page, so that it is slow from its first byte on.
    await page.goto(world.site + BLANK);
    await session.send("Network.clearBrowserCache");
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(world.site + path, { waitUntil: "load" });
    await pause(REST);
    return partsOf(JSON.parse(String(await browser.stopTracing())).traceEvents, world);
  } finally {
    await page.close();
  }
}

/** A visitor who has accepted. */
async function openAccepted(browser, world, { id, accept }) {
  const context = await openVisitor(browser);
  const tab = await openTab(context, `${world.site}/${id}/`, { watch: { accept, expected: 3 } });
  await tab.told("visible");
  await tab.click(accept);
  await tab.told("ran");
  await pause(REST);
  await tab.close();
  return context;
}

/**
 * What comes before the first gated script of a returning visit is asked for, nothing cached, four times slower: medians of the
 * main thread's own milliseconds, so that what other programs do does not count. Pages with our tag also without it.
 */
export async function returningParts(browser, world, rounds) {
  world.extra.set(BLANK, "<!doctype html><title>Blank</title>");
  const runs = [];
  for (const contestant of world.contestants) {
    const context = await openAccepted(browser, world, contestant);
    const path = `/${contestant.id}/`;
    runs.push({ name: contestant.name, context, path, seen: [] });
    const html = pageOf(contestant, world, 0);
    const without = html.replace(/<script defer src="[^"]*"><\/script>/, "");
    if (without == html) continue;
    const bare = `/without-${contestant.id}`;
    world.extra.set(bare, without);
    runs.push({ name: `${contestant.name}, its tag left out`, context, path: bare, seen: [] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { context, path, seen } of runs) {
      seen.push(await visit(browser, context, world, path));
    }
  }
  for (const context of new Set(runs.map((run) => run.context))) await context.close();
  return runs.map(({ name, seen }) => ({
    name,
    ...Object.fromEntries(
      Object.keys(seen[0]).map((part) => [part, summary(seen.map((one) => one[part])).median]),
    ),
  }));
}
