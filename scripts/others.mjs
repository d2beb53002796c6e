// The matrix of other people's code, in every engine: `node scripts/others.mjs`. With `--walk` a random walk over it:
// `[--steps 1000] [--seed 1] [--engines chromium,firefox]`; it prints the seed of each page, and `--steps 20 --seed <it>`
// walks that page again.
import { spawnSync } from "node:child_process";

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const file = process.argv.includes("--walk") ? "othersWalk" : "others";
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", `test/e2e/${file}.test.ts`],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      OTHERS_STEPS: option("steps", "1000"),
      OTHERS_SEED: option("seed", String(Date.now() % 1_000_000)),
      CONSENTRY_ENGINES: option("engines", "chromium,firefox"),
      CONSENTRY_EVERYWHERE: "1",
    },
  },
);
process.exitCode = status ?? 1;
