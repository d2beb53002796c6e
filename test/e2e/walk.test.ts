import { expect, it } from "vitest";
import { walk } from "../util/walk/walk.ts";
import { inOneEngine } from "../util/visit.ts";

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const ROUNDS = setting("WALK_ROUNDS", 10);
const STEPS = setting("WALK_STEPS", 4);
/** The same walk again: `WALK_SEED=… WALK_ROUNDS=1`. `npm run walk` takes a new one each time. */
const SEED = setting("WALK_SEED", 1);
const SIDE = setting("WALK_SIDE", 5);

await inOneEngine("a random walk", (_open, network, engine) => {
  it(
    "fetches nothing unpermitted, leaves nothing of the withdrawn, keeps tabs and records right",
    { timeout: 60_000 + ROUNDS * STEPS * 5000 },
    async () => {
      // One session at a time is all that the third engine's driver holds.
      const side = engine.name == "webkit" ? 1 : SIDE;
      console.log(`${engine.name}: ${ROUNDS} rounds of ${STEPS} steps from seed ${SEED}`);
      const failures = await walk(engine, network, {
        rounds: ROUNDS,
        seed: SEED,
        steps: STEPS,
        side,
      });
      expect(failures.join("\n\n")).toBe("");
    },
  );
});
