import { pause } from "../lib/browser.mjs";
import { check } from "../lib/check.mjs";

/** Milliseconds after `load` until the work of a first visit is counted, and what then counts as rest. */
const SETTLED = 1000;
const REST = { during: 400, task: 0.004 };

/** The browser's counters when the page has come to rest: asked for without running anything in it. */
async function settled(tab) {
  await pause(SETTLED - REST.during);
  let before = await tab.metrics();
  for (let tries = 0; ; tries++) {
    await pause(REST.during);
    const now = await tab.metrics();
    if (now.TaskDuration - before.TaskDuration < REST.task || tries > 10) return now;
    before = now;
  }
}

/**
 * A first visit without a probe: the work on the main thread, bytes and heap. Then rejects: nothing
 * may come.
 */
export async function load({ visit, world, contestant }) {
  const { asked } = world;
  const tab = await visit({ watch: null });
  const metrics = await settled(tab);
  const files = asked.site.filter(({ html }) => !html);
  const bytes = {
    bytesFiles: files.reduce((sum, file) => sum + file.bytes, 0),
    bytesHtml: asked.site.find(({ html }) => html).bytes,
    requests: files.length,
  };
  const tasks = await tab.page.evaluate(
    () =>
      new Promise((done) => {
        const seen = [];
        new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({
          type: "longtask",
          buffered: true,
        });
        setTimeout(() => done(seen.map(({ duration }) => duration)), 50);
      }),
  );
  await tab.session.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize } = await tab.metrics();
  if (contestant.reject) await reject(tab, world, contestant);
  await tab.close();
  return {
    script: metrics.ScriptDuration * 1000,
    style: metrics.RecalcStyleDuration * 1000,
    layout: metrics.LayoutDuration * 1000,
    task: metrics.TaskDuration * 1000,
    longTasks: tasks.length,
    longTaskTime: tasks.reduce((sum, duration) => sum + duration, 0),
    heap: JSHeapUsedSize / 1024,
    ...bytes,
  };
}

/** Milliseconds until a banner must be gone; some fade. */
const FADED = 3000;

async function reject(tab, { asked }, { reject: button }) {
  const { page } = tab;
  const look = (path) => {
    let found = document;
    for (const selector of path.split(" >>> ")) {
      found = (found?.shadowRoot ?? found)?.querySelector(selector);
    }
    if (!found?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
    const { left, top, width, height } = found.getBoundingClientRect();
    return width && height ? { x: left + width / 2, y: top + height / 2 } : null;
  };
  const place = await page.evaluate(look, button);
  check(place, "the reject button cannot be seen");
  await page.mouse.click(place.x, place.y);
  const since = performance.now();
  do {
    await pause(150);
  } while ((await page.evaluate(look, button)) && performance.now() - since < FADED);
  check(!(await page.evaluate(look, button)), "rejecting leaves the banner standing");
  await pause(150);
  check(!asked.vendor.length, `${asked.vendor.length} gated scripts came after rejecting`);
}
