import { pause } from "../lib/browser.mjs";
import { check } from "../lib/check.mjs";

/** A first visit with the probe: when the banner stands, and what accepting costs. Leaves the choice in `visitor`. */
export async function firstVisit({ visit, world, contestant }) {
  const { accept } = contestant;
  const { asked, vendor } = world;
  const tab = await visit({ watch: { accept, expected: 3 } });
  await tab.told("visible");
  await pause(contestant.deaf ?? 200);
  check(!asked.vendor.length, `${asked.vendor.length} gated scripts came before the choice`);
  await tab.click(accept);
  await tab.told("ran");
  await pause(200);
  check(
    asked.vendor.length == 3,
    `${asked.vendor.length} gated scripts came after accepting, not 3`,
  );
  const { visible, fcp, clicked, requests, events } = await tab.read(vendor);
  await tab.close();
  return {
    visible,
    fcp,
    clickToFirst: requests[0] - clicked,
    clickToLast: requests[2] - clicked,
    // Nothing told: each event of the click took less than 16 ms to the next paint.
    inp: Math.max(8, ...events.map(([, , duration]) => duration)),
  };
}
