import { defineConfig, type ViteUserConfig } from "vitest/config";

/** What crosses files of the collector: stores, HTTP, the command line. Needs Node.js 24. */
const config: ViteUserConfig = defineConfig({
  test: {
    name: "collector",
    root: new URL("../..", import.meta.url).pathname,
    environment: "node",
    include: ["test/collector/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
