// Mutation tests (`npm run mutation`): alters core, gate and engine in small ways, one at a time, and looks whether their own
// tests notice. What the last run found, and why what is left is left: docs/trials/mutation-score.md.

/**
 * What of the engine has tests of its own in Node.js. The rest has its tests inside a page or in whole pages, which take seconds a
 * mutant or go by the clock: the page above names it.
 */
const ENGINE = [
  "checkPolicy,createCleanUp,createCover,createHeadBanner,createIntents,createProofClient,createReporter",
  "createServiceRunner,createSignals,createStubs,createWhen,effects,explainCatalogue,fetchCatalogue,idleServices",
  "makeUiHost,prepareEngine,reportFindings,reportIdle,startsOnce,undecided",
];
const FILES = {
  core: "src/core/**/*.ts",
  gate: "src/gate/*.ts",
  engine: `src/engine/{${ENGINE.join()}}.ts`,
};
/** One room alone, judged by its own tests: `MUTATION_ROOM=engine npm run mutation`. */
const room = process.env["MUTATION_ROOM"];

export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: [...(room ? [FILES[room]] : Object.values(FILES)), "!src/**/*.test.ts"],
  coverageAnalysis: "perTest",
  // What runs once, while a file is loaded, is judged apart: its mutants need a fresh page each, with all tests.
  ignoreStatic: true,
  concurrency: 1,
  // A busy machine must not count as a mutant that was found.
  timeoutMS: 15_000,
  // It would be rewritten with an interface that TypeScript 7 no longer has; nothing here needs it.
  tsconfigFile: "none",
  // Only src and the scripts that find a browser are copied.
  ignorePatterns: [
    ".tmp",
    "dist",
    "docs",
    "deploy",
    "examples",
    "bench",
    "test/*/",
    "!test/util",
    "coverage",
  ],
  tempDirName: ".tmp/stryker",
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  jsonReporter: { fileName: ".tmp/mutation.json" },
  htmlReporter: { fileName: ".tmp/mutation.html" },
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
