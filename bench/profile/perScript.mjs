import { openTab, openVisitor, pause } from "../lib/browser.mjs";

const FEW = 10;
const MANY = 1000;
/** Milliseconds in which nothing more comes. */
const REST = 300;

/** Milliseconds of the main thread from a click on accept until so many gated scripts have run; the processor as it is. */
async function threadTime(browser, world, { id, accept }, count) {
  const context = await openVisitor(browser);
  try {
    const watch = { accept, expected: count };
    const tab = await openTab(context, `${world.site}/${id}/${count}`, { watch, cpu: 1 });
    await tab.session.send("Performance.disable");
    // What other programs do meanwhile does not count.
    await tab.session.send("Performance.enable", { timeDomain: "threadTicks" });
    await tab.told("visible");
    await pause(REST);
    const before = await tab.metrics();
    await tab.click(accept);
    await tab.told("ran");
    await pause(REST);
    const after = await tab.metrics();
    return (after.TaskDuration - before.TaskDuration) * 1000;
  } finally {
    await context.close();
  }
}

/**
 * What each of many gated scripts takes of the main thread, in microseconds, by the least of some rounds: others on the machine
 * only ever add to it.
 */
export async function perScript(browser, world, rounds) {
  const least = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const contestant of world.contestants) {
      for (const count of [FEW, MANY]) {
        const key = `${contestant.id} ${count}`;
        const ms = await threadTime(browser, world, contestant, count);
        least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, ms));
      }
    }
  }
  return world.contestants.map(({ id, name }) => ({
    name,
    click: least.get(`${id} ${FEW}`),
    each: ((least.get(`${id} ${MANY}`) - least.get(`${id} ${FEW}`)) / (MANY - FEW)) * 1000,
  }));
}
