import { gatedScripts } from "./page.mjs";
import { openTab, openVisitor, pause } from "./browser.mjs";
import { firstVisit } from "../scenarios/firstVisit.mjs";
import { load } from "../scenarios/load.mjs";
import { many } from "../scenarios/many.mjs";
import { returning } from "../scenarios/returning.mjs";
import { slowBanner } from "../scenarios/slowBanner.mjs";

/** Text of a page of a contestant: `/<id>/` with three scripts, `/<id>/<number>` with many. */
export const pageOf = (contestant, world, count) =>
  contestant.html({
    gated: gatedScripts(world.vendor, count),
    vendor: world.vendor,
    base: `/${contestant.id}/`,
  });

/** Runs one scenario with a visitor, and gives its measures under a prefix. */
async function measure(prefix, context, contestant, world, run) {
  world.forget();
  const visit = ({ many: count = 0, ...options }) =>
    openTab(context, `${world.site}/${contestant.id}/${count || ""}`, options);
  const measures = await run({ visit, world, contestant }).catch((error) => {
    throw new Error(`${prefix.slice(0, -1)}: ${error.message.split("\n", 1)[0]}`, { cause: error });
  });
  return Object.fromEntries(Object.entries(measures).map(([key, value]) => [prefix + key, value]));
}

/**
 * All that one contestant does in one round.
 *
 * @param full true: also what needs fewer rounds
 * @return measure: value
 */
export async function runRound(browser, contestant, world, full) {
  const measures = {};
  const visitors = [];
  const fresh = async () => {
    const visitor = await openVisitor(browser);
    visitors.push(visitor);
    return visitor;
  };
  const take = async (prefix, context, run) =>
    Object.assign(measures, await measure(prefix, context, contestant, world, run));

  try {
    const visitor = await fresh();
    if (contestant.id == "empty") await take("first.", visitor, emptyVisit(false));
    if (contestant.accept) {
      await take("first.", visitor, firstVisit);
      await pause(200);
    }
    if (contestant.id != "ungated") await take("load.", await fresh(), load);
    if (contestant.brief) return measures;
    if (contestant.accept) {
      for (const count of full ? [10, 100, 1000] : [1000]) {
        await take(`many${count}.`, await fresh(), (parts) => many(parts, count));
      }
    }
    if (contestant.id != "empty") {
      await take("warm.", visitor, (parts) => returning(parts, { fresh: false, slow: false }));
      await take("cold.", visitor, (parts) => returning(parts, { fresh: true, slow: false }));
      if (full) {
        await take("warmSlow.", visitor, (parts) => returning(parts, { fresh: false, slow: true }));
      }
    }
    // Side by side: they mostly wait for the network.
    const slow = contestant.id == "empty" ? emptyVisit(true) : slowBanner;
    await Promise.all([
      contestant.id != "ungated" && take("slow.", await fresh(), slow),
      contestant.id != "empty" &&
        take("coldSlow.", visitor, (parts) => returning(parts, { fresh: true, slow: true })),
    ]);
    return measures;
  } finally {
    for (const visitor of visitors) await visitor.close();
  }
}

/** The empty page: its first paint. */
const emptyVisit =
  (slow) =>
  async ({ visit, world }) => {
    const tab = await visit({ watch: { accept: null, expected: 0 }, slow });
    await tab.page.waitForLoadState("load");
    await pause(300);
    const { fcp } = await tab.read(world.vendor);
    await tab.close();
    return { fcp };
  };
