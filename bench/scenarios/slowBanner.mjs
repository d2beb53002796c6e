import { check } from "../lib/check.mjs";

/** A first visit on Slow 4G: when the banner stands. */
export async function slowBanner({ visit, world, contestant }) {
  const { accept } = contestant;
  const tab = await visit({ watch: { accept, expected: 3 }, slow: true });
  await tab.told("visible");
  const { visible, requests } = await tab.read(world.vendor);
  // The vendor's log is shared with the visit beside this one.
  check(!requests.length, "gated scripts came before the choice on Slow 4G");
  await tab.close();
  return { visible };
}
