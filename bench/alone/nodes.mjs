import { pause } from "../lib/browser.mjs";
import { summary } from "../lib/stats.mjs";
import { openAt, openOwnPage } from "./ownPage.mjs";

const COUNTS = [100, 1000, 10_000];

/** Runs in the page: inserts elements one by one into a hidden place, as a script that draws a list does. */
function insert(count) {
  const place = document.createElement("div");
  place.hidden = true;
  document.body.append(place);
  const from = performance.now();
  for (let index = 0; index < count; index += 4) {
    const row = document.createElement("div");
    const link = document.createElement("a");
    link.href = "#";
    link.append(document.createElement("span"));
    row.append(link, document.createElement("p"));
    place.append(row);
  }
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    // The observers' own task is a microtask of this one, and over when the message comes.
    port1.onmessage = () => done(performance.now() - from);
    port2.postMessage(0);
  });
}

async function once(parts, count, open) {
  const tab = await open(parts);
  await pause(500);
  const before = await tab.metrics();
  const done = await tab.page.evaluate(insert, count);
  await pause(500);
  const after = await tab.metrics();
  await tab.close();
  return { done, script: (after.ScriptDuration - before.ScriptDuration) * 1000 };
}

/** A page that inserts many nodes, with the gate watching and without. */
export const nodes = {
  id: "nodes",
  async run(parts) {
    const found = [];
    const ways = {
      without: (all) => openAt(all, "/empty/", null),
      with: (all) => openOwnPage(all),
    };
    for (const count of COUNTS) {
      const rows = { without: [], with: [] };
      for (let round = 0; round < parts.rounds; round++) {
        for (const [way, open] of Object.entries(ways))
          rows[way].push(await once(parts, count, open));
      }
      const of = (way, key) => summary(rows[way].map((row) => row[key]));
      found.push({
        count,
        without: of("without", "done"),
        with: of("with", "done"),
        scriptWithout: of("without", "script"),
        scriptWith: of("with", "script"),
      });
    }
    return found;
  },
};
