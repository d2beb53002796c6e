// Where the time of a first visit by the tag and of its click goes, by function, and what of its files does not run.
// `npm run bench:profile -- [--loads 12] [--most 20] [--only times|unused|scripts|frame|returning]`. The files are built with the
// names of the sources. `scripts`: what each of 1,000 gated scripts takes. `frame`: what comes before the first paint.
// `returning`: what comes before a returning visitor's first gated script. These as built.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { oursTag } from "./contestants/oursTag.mjs";
import { openBrowser } from "./lib/browser.mjs";
import { pageOf } from "./lib/round.mjs";
import { serve } from "./lib/serve.mjs";
import { openWorld } from "./lib/world.mjs";
import { firstFrame } from "./profile/firstFrame.mjs";
import { perScript } from "./profile/perScript.mjs";
import { readableFiles } from "./profile/readable.mjs";
import { returningParts } from "./profile/returningParts.mjs";
import { selfTimes } from "./profile/selfTimes.mjs";
import { unused } from "./profile/unused.mjs";

const { values: options } = parseArgs({
  options: {
    loads: { type: "string", default: "12" },
    most: { type: "string", default: "20" },
    only: { type: "string" },
  },
});
const loads = Number(options.loads);
const { only } = options;
const FLOORS = ["floor-inline", "floor-duties"];

if (!only || only == "times" || only == "unused") await functions();
if (!only || only == "scripts") {
  await beside([...FLOORS, "consentry-tag"], async (browser, world) => {
    console.log(
      "\nOn accept, milliseconds of the main thread, and microseconds for each gated script\n",
    );
    console.log("| | click, ms | each script, µs |\n| --- | --: | --: |");
    for (const { name, click, each } of await perScript(browser, world, loads)) {
      console.log(`| ${name} | ${click.toFixed(1)} | ${each.toFixed(1)} |`);
    }
  });
}
if (!only || only == "frame") {
  await beside(["empty", ...FLOORS, "consentry-banner"], async (browser, world) => {
    console.log("\nBefore the first paint, milliseconds of the main thread, 4 times slower\n");
    console.log(
      "| | all | script | style | layout | paint |\n| --- | --: | --: | --: | --: | --: |",
    );
    for (const { name, ...parts } of await firstFrame(browser, world, loads)) {
      const cells = Object.values(parts).map((ms) => ms.toFixed(0));
      console.log(`| ${name} | ${cells.join(" | ")} |`);
    }
  });
}
if (!only || only == "returning") {
  const ours = ["consentry-head", "consentry-banner", "consentry-tag"];
  await beside([...FLOORS, ...ours, "osano-cookieconsent"], async (browser, world) => {
    console.log(
      "\nBefore a returning visitor's first gated script, ms of the main thread, 4 times slower\n",
    );
    console.log("| | all | before the parser | script | rest |\n| --- | --: | --: | --: | --: |");
    for (const { name, ...parts } of await returningParts(browser, world, loads)) {
      const cells = Object.values(parts).map((ms) => ms.toFixed(1));
      console.log(`| ${name} | ${cells.join(" | ")} |`);
    }
  });
}

/** Runs something with a browser and pages as the bench has them. */
async function beside(ids, run) {
  const world = await openWorld(ids);
  const browser = await openBrowser(world);
  await run(browser, world).finally(async () => {
    await browser.close();
    world.close();
  });
}

async function functions() {
  const files = await readableFiles();
  const all = { ...oursTag.files(), ...files };
  const path = `/${oursTag.id}/`;
  const world = await serve((asked) =>
    asked == path ? pageOf(oursTag, world, 0) : all[asked.slice(path.length)],
  );
  const browser = await openBrowser(world);
  try {
    const address = world.site + path;
    if (only != "unused") {
      const phases = await selfTimes(browser, world, oursTag, address, loads);
      const [load] = loadavg();
      console.log(
        `Chromium ${browser.version()}, processor 4 times slower, mean of ${loads} loads, load of the machine ${load.toFixed(1)}`,
      );
      for (const [phase, rows] of Object.entries(phases)) printTimes(phase, rows);
    }
    if (only != "times") printUnused(await unused(browser, world, oursTag, address, files));
  } finally {
    await browser.close();
    world.close();
  }
}

function printTimes(phase, rows) {
  const total = rows.reduce((sum, { ms }) => sum + ms, 0);
  const of = (whose) =>
    rows.filter((one) => one.whose == whose).reduce((sum, { ms }) => sum + ms, 0);
  console.log(
    `\n${phase == "visit" ? "First visit" : "Click on accept"}: ${total.toFixed(1)} ms of work, ${of("ours").toFixed(1)} ours, ${of("page").toFixed(1)} the page's, ${of("browser").toFixed(1)} the browser's\n`,
  );
  console.log("| | function | ms | share |\n| --- | --- | --: | --: |");
  for (const { whose, name, ms } of rows.slice(0, Number(options.most))) {
    console.log(`| ${whose} | ${name} | ${ms.toFixed(2)} | ${((100 * ms) / total).toFixed(1)} % |`);
  }
}

function printUnused(rows) {
  console.log("\nFetched, and not run by a first visit and its click (bytes by brotli)\n");
  console.log(
    "| file | bytes | in idle functions | the largest of them |\n| --- | --: | --: | --- |",
  );
  for (const { file, bytes, idle, functions } of rows) {
    const largest = functions.slice(0, 8).map(({ name, bytes: own }) => `${name} ${own}`);
    console.log(`| ${file} | ${bytes} | ${idle} | ${largest.join(", ")} |`);
  }
}
