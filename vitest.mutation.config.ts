import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { launchOptions } from "./scripts/browsers.mjs";

/** What the gate does in one engine alone is judged there: `MUTATION_ENGINE=firefox`. */
const engine = process.env["MUTATION_ENGINE"] == "firefox" ? "firefox" : "chromium";
const launch = await launchOptions(engine);
if (!launch)
  throw new Error(`Mutation tests of the gate need ${engine}: node scripts/browsers.mjs`);

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
          ...(engine == "firefox" ? { setupFiles: ["./test/util/firefoxFrame.ts"] } : {}),
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launch }),
            instances: [{ browser: engine, name: "gate" }],
          },
        },
      },
    ],
  },
});

export default config;
