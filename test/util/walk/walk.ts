import { setTimeout as sleep } from "node:timers/promises";
import { randomFrom } from "../../../scripts/fuzz.mjs";
import type { TestNetwork } from "../../pages/server.ts";
import type { Engine } from "../tab.ts";
import { calm, check, LOOKS, type Walker } from "./walkCheck.ts";
import { nextStep } from "./walkSteps.ts";
import { PAGES, walkWorld } from "./walkWorld.ts";

export interface WalkOptions {
  rounds: number;
  /** Of the first round; the others follow by one. */
  seed: number;
  steps: number;
  /** Rounds at the same time. */
  side: number;
}

/** Walks at random and gives a line for each round that broke a promise: seed, step, what was before. */
export async function walk(
  engine: Engine,
  network: TestNetwork,
  { rounds, seed, steps, side }: WalkOptions,
): Promise<string[]> {
  const failures: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < rounds) {
      const mine = seed + next++;
      const failure = await round(engine, network, mine, steps);
      if (!failure) continue;
      failures.push(failure);
      console.error(`${engine.name}: ${failure}`); // At once: a long walk may be cut short.
    }
  };
  await Promise.all(Array.from({ length: side }, lane));
  return failures;
}

async function round(
  engine: Engine,
  network: TestNetwork,
  seed: number,
  steps: number,
): Promise<string | null> {
  const random = randomFrom(seed);
  const world = walkWorld(network, String(seed));
  const first = await engine.open();
  const walker: Walker = { world, tabs: [first], orders: 0, withdrawn: new Set() };
  const taken: string[] = [];
  try {
    await first.goto(world.site + PAGES[0]);
    await calm(first);
    for (let number = 1; number <= steps; number++) {
      const step = nextStep(walker, random, number);
      taken.push(step.name);
      await step.run();
      await check(walker);
    }
    taken.push("the end");
    await sleep(Math.max(0, world.judge.lastChoice() + LOOKS - Date.now()) + 100);
    await check(walker);
    return null;
  } catch (error) {
    return `seed ${seed}, after\n  ${taken.join("\n  ")}\n${String(error)}`;
  } finally {
    world.close();
    await first.close();
  }
}
