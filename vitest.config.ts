import { availableParallelism } from "node:os";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectConfiguration, type ViteUserConfig } from "vitest/config";
import { launchOptions } from "./scripts/browsers.mjs";
import { plainReporter } from "./test/report/plainReporter.ts";
import { pressKeys } from "./test/util/pressKeys.ts";

type Engine = "chromium" | "firefox" | "webkit";

/** Tests that run inside a real page of one engine: `*.browser.test.ts(x)`. */
async function inPage(engine: Engine): Promise<TestProjectConfiguration[]> {
  const options = await launchOptions(engine);
  if (!options) return [];
  const stockFirefox = engine == "firefox" && "executablePath" in options;
  return [
    {
      extends: true,
      test: {
        name: `page-${engine}`,
        include: ["src/**/*.browser.test.{ts,tsx}"],
        // A page that is not in front gets no focus: one file after the other.
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 60_000,
        sequence: { groupOrder: 3 },
        ...(stockFirefox ? { setupFiles: ["./test/util/firefoxFrame.ts"] } : {}),
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          commands: { pressKeys },
          provider: playwright({ launchOptions: options }),
          instances: [{ browser: engine, name: engine }],
        },
      },
    },
  ];
}

const cores = Math.max(2, availableParallelism());

/** Browsers on two busy cores: what is wrong stays wrong, what is late comes. */
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Properties draw the same inputs in each run. */
const DICE = ["./test/util/dice.ts"];

/** What opens pages or waits for processes runs together, on more workers than cores, because it mostly waits. */
const BESIDE_PAGES = { maxWorkers: cores + 1, sequence: { groupOrder: 1 } };

/**
 * Playwright's driver for a stock Firefox reads the name of a frame that is already gone when the news of its
 * navigation comes late (`BidiPage._onNavigationCommitted`, 1.64), and its driver for Chromium asserts where a frame is
 * attached anew that a library moves while it navigates: nothing of a page's or of ours.
 */
const isDriversOwn = ({ stack = "" }: { stack?: string }): boolean =>
  /reading '_name'[^]*at BidiPage\._onNavigationCommitted/.test(stack) ||
  /Assertion error[^]*at FrameManager\.frameAttached/.test(stack);

const config: ViteUserConfig = defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  optimizeDeps: {
    include: [
      "preact",
      "preact/hooks",
      "preact/jsx-runtime",
      "preact/jsx-dev-runtime",
      "js-cookie",
      "fast-check",
      "axe-core",
      "@testing-library/preact",
      "@testing-library/user-event",
    ],
  },
  test: {
    passWithNoTests: false,
    onUnhandledError: (error) => !isDriversOwn(error),
    reporters: [
      process.argv.includes("run") ? plainReporter() : "default",
      ...(process.env["CI"]
        ? [["json", { outputFile: ".tmp/results.json" }] satisfies ["json", object]]
        : []),
    ],
    // Two slow cores must not make a page seem broken.
    expect: { poll: { timeout: 30_000, interval: 50 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          setupFiles: DICE,
          // Pure code that leaves nothing behind: files share a worker and what they import.
          isolate: false,
          // Vitest leaves one core of two idle.
          maxWorkers: cores,
          // Only ends what hangs: a busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            "src/**/*.test.{ts,tsx}",
            "test/arch/**/*.test.ts",
            "test/contract/**/*.test.ts",
            "test/report/**/*.test.ts",
          ],
          exclude: ["**/*.browser.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "collector",
          environment: "node",
          setupFiles: DICE,
          ...BESIDE_PAGES,
          include: ["test/collector/**/*.test.ts", "test/recipes/**/*.test.ts"],
          ...PATIENT,
        },
      },
      {
        extends: true,
        test: {
          name: "audit",
          environment: "node",
          include: ["test/audit/**/*.test.ts"],
          ...BESIDE_PAGES,
          ...PATIENT,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts", "test/dist/**/*.test.ts"],
          // Files share a worker's browsers and network.
          isolate: false,
          ...BESIDE_PAGES,
          ...PATIENT,
        },
      },
      {
        extends: true,
        test: {
          name: "timed",
          environment: "node",
          include: ["test/timed/**/*.test.ts"],
          // What measures time runs alone.
          isolate: false,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...PATIENT,
        },
      },
      ...(await inPage("chromium")),
      ...(await inPage("firefox")),
      ...(await inPage("webkit")),
    ],
  },
});

export default config;
