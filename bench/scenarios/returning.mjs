import { check } from "../lib/check.mjs";

/**
 * A returning visit of who accepted: when the gated scripts are asked for.
 *
 * @param fresh true: nothing is in the cache
 * @param slow true: on Slow 4G
 */
export async function returning({ visit, world, contestant }, { fresh, slow }) {
  const { asked, vendor } = world;
  const tab = await visit({ watch: { accept: null, expected: 3 }, fresh, slow });
  await tab.told("ran");
  const { requests, fcp } = await tab.read(vendor);
  check(requests.length == 3, `${requests.length} gated scripts came on a returning visit, not 3`);
  const files = asked.site.filter(({ html }) => !html);
  const fetched = files.reduce((sum, file) => sum + file.bytes, 0);
  if (contestant.accept) {
    const asks = await tab.page.evaluate((path) => !!window.benchPlace(path), contestant.accept);
    check(!asks, "asks again although a choice was made");
    check(fresh || !fetched, `fetched ${fetched} bytes although all was in the cache`);
  }
  const bytes = fresh && !slow ? { bytesReturning: fetched } : {};
  await tab.close();
  return { gated: requests[0], gatedLast: requests[2], fcp, ...bytes };
}
