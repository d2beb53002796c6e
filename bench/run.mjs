// Measures the library beside its peers and beside what could be written by hand, all on this machine.
// `npm run bench -- [--rounds 15] [--only consentry-tag,klaro] [--quick] [--write]`
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { openBrowser } from "./lib/browser.mjs";
import { derive } from "./lib/derive.mjs";
import { runRound } from "./lib/round.mjs";
import { summary } from "./lib/stats.mjs";
import { openWorld } from "./lib/world.mjs";
import { ALONE } from "./alone/index.mjs";
import { goals } from "./report/goals.mjs";
import { printTable } from "./report/printTable.mjs";
import { write } from "./report/write.mjs";

const RESULTS = new URL("results.json", import.meta.url);
/** Of so many rounds one is full: scaling and what is nearly constant need fewer. */
const FULL_EVERY = 3;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    // Only writes the tables and plots anew, from the last results.
    report: { type: "boolean", default: false },
  },
});

/** What it ran on. */
const machine = (browser) => ({
  date: new Date().toISOString().slice(0, 10),
  processor: `${cpus()[0].model.trim()}, ${cpus().length} cores`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  system: `${process.platform} ${process.arch}`,
  node: process.version,
  browser: `Chromium ${browser.version()}`,
  slowdown: 4,
});

async function measure() {
  const rounds = options.quick ? 1 : Number(options.rounds);
  const only = options.only && new Set([...options.only.split(","), "empty", "ungated"]);
  const world = await openWorld(only && [...only]);
  const browser = await openBrowser(world);
  const { contestants } = world;
  const samples = new Map(contestants.map(({ id }) => [id, []]));
  const failures = [];
  const began = performance.now();
  for (let round = 0; round < rounds; round++) {
    const full = round % FULL_EVERY == 0;
    const values = new Map();
    // Another begins each time, so that what warms up or tires does not always hit the same.
    for (let place = 0; place < contestants.length; place++) {
      const contestant = contestants[(place + round) % contestants.length];
      try {
        values.set(contestant.id, await runRound(browser, contestant, world, full));
      } catch (error) {
        failures.push({ round, id: contestant.id, why: error.message.split("\n", 1)[0] });
        console.error(`round ${round + 1}, ${contestant.id}: ${failures.at(-1).why}`);
      }
    }
    for (const [id, own] of values) samples.get(id).push(derive(own, values));
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`round ${round + 1} of ${rounds} done, ${seconds} s`);
  }
  const alone = {};
  for (const { id, run } of ALONE) {
    if (only && !only.has(id)) continue;
    alone[id] = await run({ browser, world, rounds: options.quick ? 1 : 5, quick: options.quick });
    console.log(`${id} done, ${Math.round((performance.now() - began) / 1000)} s`);
  }
  const results = {
    machine: { ...machine(browser), rounds },
    contestants: Object.fromEntries(
      contestants.map(({ id, name, kind, version }) => [
        id,
        { name, kind, version, measures: summaries(samples.get(id)) },
      ]),
    ),
    alone,
    failures,
  };
  await browser.close();
  world.close();
  return results;
}

/** Median and quartiles of each measure over the rounds. */
function summaries(rows) {
  const keys = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries(
    [...keys].map((key) => [key, summary(rows.map((row) => row[key]))]).filter(([, one]) => one),
  );
}

const results = options.report ? JSON.parse(readFileSync(RESULTS, "utf8")) : await measure();
printTable(results);
for (const { goal, what, measured, met } of goals(results)) {
  console.log(`${met ? "✓" : "✗"} ${what}: ${measured} (goal: ${goal})`);
}
if (options.write || options.report) {
  // What `lighthouse.mjs` measured stays.
  const { lighthouse } = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {};
  if (lighthouse) results.lighthouse = lighthouse;
  if (!options.report) writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  await write(results);
}
if (results.failures.length) {
  console.error(`${results.failures.length} runs did not hold what they claim`);
  process.exitCode = 1;
}
