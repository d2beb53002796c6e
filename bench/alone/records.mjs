import { pause } from "../lib/browser.mjs";
import { summary } from "../lib/stats.mjs";
import { openOwnPage } from "./ownPage.mjs";

const COUNTS = [10, 100, 1000];

/** Runs in the page: decides so often, and gives milliseconds until all records are sealed and stored. */
async function decide(count) {
  const consent = window.Consentry.current;
  const from = performance.now();
  for (let index = 0; index < count; index++) void consent.save({ marketing: index % 2 == 0 });
  const blocked = performance.now() - from;
  // Counted in the database itself: reading all records again and again would be the larger part.
  // Opened only after the library has made it.
  while (!(await consent.proof.records()).length) await new Promise((done) => setTimeout(done, 20));
  const database = await new Promise((done) => {
    const request = indexedDB.open("consentry");
    request.onsuccess = () => done(request.result);
  });
  const stored = () =>
    new Promise((done) => {
      const request = database.transaction("records").objectStore("records").count();
      request.onsuccess = () => done(request.result);
    });
  while ((await stored()) < count) await new Promise((done) => setTimeout(done, 20));
  database.close();
  return { sealed: performance.now() - from, blocked };
}

async function once(parts, count) {
  const tab = await openOwnPage(parts, { reload: "never" });
  await pause(500);
  const row = await tab.page.evaluate(decide, count);
  const verified = await tab.page.evaluate(async () => {
    const from = performance.now();
    const { ok } = await window.Consentry.current.proof.verify();
    if (!ok) throw new Error("the chain does not hold");
    return performance.now() - from;
  });
  await tab.close();
  return { ...row, verified };
}

/** Many decisions in a row: what one record costs. */
export const records = {
  id: "records",
  async run(parts) {
    const found = [];
    // A smoke run need not wait for a thousand.
    for (const count of parts.quick ? COUNTS.slice(0, 2) : COUNTS) {
      const rows = [];
      for (let round = 0; round < Math.min(parts.rounds, Math.ceil(300 / count)); round++)
        rows.push(await once(parts, count));
      const of = (key) => summary(rows.map((row) => row[key]));
      found.push({ count, sealed: of("sealed"), blocked: of("blocked"), verified: of("verified") });
    }
    return found;
  },
};
