import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { launchOptions } from "./scripts/browsers.mjs";

/** What the gate does in one engine alone is judged there: `MUTATION_ENGINE=firefox`. */
const engine = process.env["MUTATION_ENGINE"] == "firefox" ? "firefox" : "chromium";
/** One room alone is judged by its own tests: `MUTATION_ROOM=gate`. */
const room = process.env["MUTATION_ROOM"] ?? "{core,gate,engine}";
/** The gate alone needs a page; `MUTATION_IN=node` does without it, for what of the gate is judged in Node.js. */
const hasPage = /gate/.test(room) && process.env["MUTATION_IN"] != "node";
const launch = hasPage && (await launchOptions(engine));
if (hasPage && !launch)
  throw new Error(`Mutation tests in a page need ${engine}: node scripts/browsers.mjs`);

/**
 * The tests that judge mutants (`npm run mutation`): of core, gate and engine their own, and nothing from above.
 * What is judged by the clock, and what throws dice for seconds, is left out: on a busy machine it would
 * condemn innocent mutants, and the score would be flattered.
 */
const config: ViteUserConfig = defineConfig({
  test: {
    // One page, one thread for all files of a run: one for each takes most of the time, and the files leave
    // both as they found them.
    isolate: false,
    expect: { poll: { timeout: 2_000, interval: 20 } },
    projects: [
      {
        extends: true,
        test: {
          name: "in-node",
          environment: "node",
          // Only ends what hangs: a busy machine takes its time.
          testTimeout: 60_000,
          include: [`src/${room}/**/*.test.ts`],
          exclude: [
            "**/*.browser.test.ts",
            "src/core/choice/properties.test.ts",
            "src/core/config/fuzz.test.ts",
            "src/core/choice/speed.test.ts",
          ],
        },
      },
      ...(launch
        ? [
            {
              extends: true,
              test: {
                name: "in-page",
                include: ["src/gate/*.browser.test.ts"],
                exclude: ["src/gate/slices.browser.test.ts"],
                fileParallelism: false,
                ...(engine == "firefox" ? { setupFiles: ["./test/util/firefoxFrame.ts"] } : {}),
                browser: {
                  enabled: true,
                  headless: true,
                  screenshotFailures: false,
                  provider: playwright({ launchOptions: launch }),
                  instances: [{ browser: engine, name: engine }],
                },
              },
            },
          ]
        : []),
    ],
  },
});

export default config;
