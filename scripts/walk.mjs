// A long random walk: `node scripts/walk.mjs [--rounds 300] [--steps 12] [--seed 1] [--side 4] [--engines chromium,firefox]`.
// Prints the seed of each round that broke a promise, with its steps; `--rounds 1 --seed <it>` walks it again.
import { spawnSync } from "node:child_process";

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", "test/e2e/walk.test.ts"],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      WALK_ROUNDS: option("rounds", "300"),
      WALK_STEPS: option("steps", "12"),
      WALK_SIDE: option("side", "4"),
      WALK_SEED: option("seed", String(Date.now() % 1_000_000)),
      CONSENTRY_ENGINES: option("engines", "chromium,firefox"),
      CONSENTRY_EVERYWHERE: "1",
    },
  },
);
process.exitCode = status ?? 1;
