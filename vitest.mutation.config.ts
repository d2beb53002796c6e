import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { launchOptions } from "./scripts/browsers.mjs";

const launch = await launchOptions("chromium");
if (!launch) throw new Error("Mutation tests of the gate need Chromium: node scripts/browsers.mjs");

/**
 * The tests that judge mutants (`npm run mutation`): of core and gate their own, and nothing from above.
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
          name: "core",
          environment: "node",
          include: ["src/core/**/*.test.ts"],
          exclude: [
            "src/core/choice/properties.test.ts",
            "src/core/config/fuzz.test.ts",
            "src/core/choice/speed.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "gate-in-page",
          include: ["src/gate/**/*.browser.test.ts"],
          exclude: ["src/gate/slices.browser.test.ts"],
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launch }),
            instances: [{ browser: "chromium", name: "gate" }],
          },
        },
      },
    ],
  },
});

export default config;
