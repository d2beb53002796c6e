// Mutation tests of files that only a page can judge: `npm run mutation:page -- src/gate/withholdEmbed.ts …`. The mutants are
// Stryker's. One browser stays open and gives each mutant a frame of its own, so that it begins with fresh modules (what runs
// while a file is loaded is judged as well) and costs what its tests cost: only those that pass by it, up to the first that
// fails. Below 90 it fails. What the last runs found: docs/trials/mutation-score.md.
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { playwright } from "@vitest/browser-playwright";
import { createVitest } from "vitest/node";
import { launchOptions } from "./browsers.mjs";
import { coverageFile, mutantFile } from "./mutants/testFiles.mjs";
import { installed } from "./packages.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Of this run alone: several may go side by side. */
const folder = `.tmp/mutants/${process.pid}/tests`;
const work = join(root, folder);
/** A mutant may be passed by so many times as often as the original before it counts as one that never ends. */
const PATIENCE = 100;
const ENOUGH = 90;
/** So long may a mutant's tests take in all. */
const STUCK_MS = 45_000;
/** Goes by the clock, which a busy machine would judge. */
const TIMED = ["src/gate/slices.browser.test.ts"];
/** What the tests take from packages: found late, it would load the page anew. */
const PACKAGES = ["js-cookie", "preact", "preact/hooks", "preact/jsx-dev-runtime"];

const { values, positionals: sources } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "chromium" },
    /** Test files, as a glob; all of the rooms that run in a page unless given. */
    tests: { type: "string" },
    /** Numbers of the mutants to judge again. */
    only: { type: "string" },
  },
});
const { engine } = values;

/** Stryker's mutants of the files, and the text of each file with all of them, each behind a switch. */
async function instrument() {
  const modules = installed("scripts/mutation");
  const at = join(modules, "@stryker-mutator/instrumenter/dist/src/index.js");
  const { Instrumenter } = await import(pathToFileURL(at).href);
  const quiet = { debug() {}, info() {}, isDebugEnabled: () => false };
  const { files, mutants } = await new Instrumenter(quiet).instrument(
    sources.map((source) => {
      const name = join(root, source);
      return { name, mutate: true, content: readFileSync(name, "utf8") };
    }),
    { ignorers: [], plugins: null, excludedMutations: [] },
  );
  return { texts: new Map(files.map(({ name, content }) => [name, content])), mutants };
}

/**
 * Runs the test files that were written; calls back with each as it ends, or with the path of one that does not: a mutant may
 * replace the page, load it anew or keep it busy for ever. What is left then goes on in a new page.
 */
async function runInPage(texts, onEnd, onStuck) {
  let current = "";
  let timer;
  let stop;
  const stopped = new Promise((resolve) => (stop = resolve));
  const begin = ({ moduleId }) => {
    current = moduleId;
    clearTimeout(timer);
    timer = setTimeout(() => stop(), STUCK_MS);
  };
  const end = (module) => {
    clearTimeout(timer);
    onEnd(module);
    rmSync(module.moduleId);
    current = "";
  };
  const vitest = await createVitest(
    "test",
    { config: false, root, watch: false },
    {
      test: {
        reporters: [{ onTestModuleQueued: begin, onTestModuleStart: begin, onTestModuleEnd: end }],
        onConsoleLog: () => false,
        onUnhandledError: () => false,
        expect: { poll: { timeout: 2_000, interval: 20 } },
        projects: [
          {
            root,
            extends: false,
            oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
            optimizeDeps: { include: PACKAGES },
            plugins: [
              { name: "mutants", enforce: "pre", load: (id) => texts.get(id.split("?")[0]) },
            ],
            test: {
              name: "mutants",
              include: [`${folder}/*.test.ts`],
              fileParallelism: false,
              testTimeout: 10_000,
              hookTimeout: 10_000,
              ...(engine == "firefox" ? { setupFiles: ["./test/util/firefoxFrame.ts"] } : {}),
              browser: {
                enabled: true,
                headless: true,
                screenshotFailures: false,
                provider: playwright({ launchOptions: await launchOptions(engine) }),
                instances: [{ browser: engine, name: engine }],
              },
            },
          },
        ],
      },
    },
  );
  await Promise.race([vitest.start(), stopped]);
  clearTimeout(timer);
  await Promise.race([vitest.close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
  const { length } = readdirSync(work);
  if (!length) return;
  if (!current) throw new Error(`${length} test files were not run`);
  onStuck(current);
  rmSync(current);
  await runInPage(texts, onEnd, onStuck);
}

const write = (name, text) => writeFileSync(join(work, `${name}.test.ts`), text);
const empty = () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
};
/** The first thing that went wrong in a test file. */
function failure(module) {
  for (const test of module.children.allTests("failed")) {
    return { by: test.fullName, message: test.result().errors[0]?.message ?? "" };
  }
  const [error] = module.errors();
  return error && { by: "", message: error.message };
}

/** Which tests pass by which mutant, and how often; and how long each file takes. Throws where a test is red without any. */
async function passes(texts, testFiles) {
  empty();
  testFiles.forEach((path, index) => write(`dry-${index}`, coverageFile(path)));
  const by = new Map();
  const took = new Map();
  const red = [];
  const onEnd = (module) => {
    const path = testFiles[Number(/dry-(\d+)/.exec(module.moduleId)[1])];
    took.set(path, module.diagnostic().duration);
    const wrong = failure(module);
    if (wrong) red.push(`${path}: ${wrong.by} ${wrong.message}`);
    const note = (counts, test) => {
      for (const [id, count] of Object.entries(counts)) {
        if (!by.has(id)) by.set(id, { hits: 0, tests: new Map() });
        const known = by.get(id);
        known.hits += count;
        known.tests.set(path, [...(known.tests.get(path) ?? []), test]);
      }
    };
    const { static: atLoad, perTest } = module.meta().passed ?? { static: {}, perTest: {} };
    for (const [test, counts] of Object.entries(perTest)) note(counts, test);
    note(atLoad, "*");
  };
  await runInPage(texts, onEnd, (stuck) => void red.push(`${stuck} does not end`));
  if (red.length) throw new Error(`red without a mutant:\n${red.join("\n")}`);
  return { by, took };
}

const SIGN = { survived: "S", clock: "T", error: "E" };

function verdict(wrong) {
  if (!wrong) return "survived";
  if (/Hit count limit|timed out in/.test(wrong.message)) return "clock";
  // The machine's fault, not the mutant's.
  if (/Failed to fetch dynamically|closed/i.test(wrong.message) && !wrong.by) return "error";
  return "killed";
}

/** Judges the mutants; gives what became of each. */
async function judge(texts, mutants, testFiles) {
  const { by, took } = await passes(texts, testFiles);
  empty();
  for (const { id, fileName } of mutants) {
    const { tests, hits } = by.get(id) ?? { tests: new Map(), hits: 0 };
    // The file's own tests first: they are the likeliest to notice. Then those that are soon over.
    const own = `/${basename(fileName, ".ts")}.`;
    const cost = (path) => (path.includes(own) ? 0 : took.get(path));
    const sorted = [...tests].sort(([a], [b]) => cost(a) - cost(b));
    if (tests.size) write(`mutant-${id}`, mutantFile(id, hits * PATIENCE, sorted));
  }
  // Without a mutant all must be green between the others, too.
  testFiles.forEach((path, index) => {
    write(`mutant-none-${index}`, mutantFile("none", 0, [[path, ["*"]]]));
  });
  const results = new Map();
  const note = (id, wrong) => {
    const is = verdict(wrong);
    results.set(id, { is, ...wrong });
    process.stdout.write(is == "killed" ? "." : ` ${SIGN[is]}${id} `);
    writeFileSync(join(work, "../result.json"), JSON.stringify([...results], null, 1));
  };
  const idOf = (path) => /mutant-([\w-]+)/.exec(path)[1];
  const red = [];
  const onEnd = (module) => {
    const id = idOf(module.moduleId);
    const wrong = failure(module);
    if (id.startsWith("none")) {
      if (wrong) red.push(`${wrong.by} ${wrong.message}`);
      return;
    }
    note(id, wrong);
  };
  await runInPage(texts, onEnd, (stuck) =>
    note(idOf(stuck), { by: "", message: "timed out in the page" }),
  );
  console.log("");
  // Those that the machine was too busy for: what was found meanwhile may be its doing.
  if (red.length) console.error(`red without a mutant:\n${red.join("\n")}`);
  process.exitCode = red.length && 1;
  return mutants.map((mutant) => {
    const { start, end } = mutant.location;
    const lines = readFileSync(mutant.fileName, "utf8").split("\n");
    const line = lines[start.line];
    const was = start.line == end.line ? line.slice(start.column, end.column) : `${line} …`;
    const found = results.get(mutant.id) ?? { is: by.has(mutant.id) ? "error" : "uncovered" };
    const { id, fileName, replacement: now } = mutant;
    return { id, fileName, line: start.line + 1, code: line.trim(), was, now, ...found };
  });
}

/** Prints a file's mutants that were not found, and its score. */
function print(source, all) {
  const count = (is) => all.filter((mutant) => mutant.is == is).length;
  const of = all.length - count("error");
  const found = count("killed") + count("clock");
  for (const { is, id, line, code, was, now } of all) {
    if (is == "killed") continue;
    console.log(`  ${is} #${id} line ${line}: ${code}\n    - ${was}\n    + ${now}`);
  }
  const score = (100 * found) / of;
  const rest = `${count("clock")} by the clock, ${count("error")} errors`;
  console.log(`${source}: ${found} of ${of} (${score.toFixed(1)}), ${rest}`);
  return !(score < ENOUGH);
}

const rooms = [...new Set(sources.map((source) => dirname(source)))];
const pattern = values.tests ?? rooms.map((room) => `${room}/*.browser.test.ts`);
const testFiles = globSync(pattern, { cwd: root })
  .filter((path) => !TIMED.includes(path))
  .sort();
const began = performance.now();
const { texts, mutants } = await instrument();
const only = values.only?.split(",");
const chosen = mutants.filter(({ id }) => !only || only.includes(id));
const all = await judge(texts, chosen, testFiles);
const good = sources.map((source) =>
  print(
    source,
    all.filter(({ fileName }) => fileName == join(root, source)),
  ),
);
const minutes = (performance.now() - began) / 60_000;
console.log(`${all.length} mutants in ${engine}, ${minutes.toFixed(1)} minutes`);
process.exit(process.exitCode || (good.every(Boolean) ? 0 : 1));
