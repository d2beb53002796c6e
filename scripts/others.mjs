// The matrix of other people's code, in every engine: `node scripts/others.mjs [--engines chromium,firefox]`.
import { spawnSync } from "node:child_process";

const at = process.argv.indexOf("--engines");
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", "test/e2e/others.test.ts"],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      CONSENTRY_ENGINES: at < 0 ? "chromium,firefox" : process.argv[at + 1],
      CONSENTRY_EVERYWHERE: "1",
    },
  },
);
process.exitCode = status ?? 1;
