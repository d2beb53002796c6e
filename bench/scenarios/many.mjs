import { pause } from "../lib/browser.mjs";
import { check } from "../lib/check.mjs";

/** Many inline gated scripts: from the click until the last has run, and the long tasks in between. */
export async function many({ visit, world, contestant }, count) {
  const { accept } = contestant;
  const tab = await visit({ many: count, watch: { accept, expected: count } });
  await tab.told("visible");
  await pause(contestant.deaf ?? 200);
  const before = await tab.read(world.vendor);
  check(!before.ran.length, `${before.ran.length} of ${count} gated scripts ran before the choice`);
  await tab.click(accept);
  await tab.told("ran");
  await pause(100);
  const { ran, clicked, tasks } = await tab.read(world.vendor);
  check(ran.length == count, `${ran.length} gated scripts ran, not ${count}`);
  await tab.close();
  const after = tasks.filter(([start]) => start >= clicked);
  return {
    last: ran.at(-1)[1] - clicked,
    longTasks: after.length,
    longest: Math.max(0, ...after.map(([, duration]) => duration)),
  };
}
