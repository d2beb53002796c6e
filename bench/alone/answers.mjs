import { pause } from "../lib/browser.mjs";
import { summary } from "../lib/stats.mjs";
import { oursBanner } from "../contestants/oursBanner.mjs";
import { OURS } from "../contestants/oursParts.mjs";
import { oursTag } from "../contestants/oursTag.mjs";
import { openAt } from "./ownPage.mjs";

const button = (action) => `[data-consentry] >>> [data-consentry-action="${action}"]`;
/** What is clicked, in this order. The last click is what is measured. */
const ANSWERS = { reject: [OURS.reject], save: [button("open-preferences"), button("save")] };
/** An event that took less than this to the next paint is not told, milliseconds. */
const LEAST = 8;
/** For each round of what is measured alone, so many of these: they are single clicks, and short. */
const TIMES = 3;

/** A fresh visitor answers; gives the longest event of the last click, to the paint after it. */
async function answer(parts, contestant, clicks) {
  const tab = await openAt(parts, `/${contestant.id}/`, contestant.accept);
  try {
    await pause(200);
    for (const path of clicks) {
      await tab.page.waitForFunction((what) => window.benchPlace(what), path);
      await tab.page.evaluate(() => (window.bench.events.length = 0));
      await tab.click(path);
      await pause(300);
    }
    const events = await tab.page.evaluate(() => window.bench.events);
    return Math.max(LEAST, ...events.map(([, , duration]) => duration));
  } finally {
    await tab.close();
  }
}

/** How soon the two answers beside accepting are painted, by the tag and with the banner in the HTML. */
export const answers = {
  id: "answers",
  async run(parts) {
    const found = [];
    for (const [id, clicks] of Object.entries(ANSWERS)) {
      const tag = [];
      const html = [];
      for (let time = 0; time < parts.rounds * TIMES; time++) {
        tag.push(await answer(parts, oursTag, clicks));
        html.push(await answer(parts, oursBanner, clicks));
      }
      found.push({ id, tag: summary(tag), html: summary(html) });
    }
    return found;
  },
};
