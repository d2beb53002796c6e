import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../bench/lib/browser.mjs";
import { runRound } from "../../bench/lib/round.mjs";
import { openWorld } from "../../bench/lib/world.mjs";

// The bench itself, a first visit of ours and of a peer: it shows and holds, and a few ratios with a generous
// margin. Bytes are held exactly by the size check.

const OURS = "consentry-tag";
const PEER = "vanilla-cookieconsent";
/** Of the peer's: more says that something went wrong, not that the machine was busy. */
const MOST = { "load.script": 4, "load.task": 3, "first.visible": 2 } as const;
const TRIES = 2;

type Measures = Record<string, number>;
let world: Awaited<ReturnType<typeof openWorld>>;
let browser: Awaited<ReturnType<typeof openBrowser>>;
const rounds: Record<string, Measures>[] = [];

async function round(): Promise<Record<string, Measures>> {
  const measures: Record<string, Measures> = {};
  for (const contestant of world.contestants) {
    measures[contestant.id] = await runRound(browser, { ...contestant, brief: true }, world, false);
  }
  return measures;
}

beforeAll(async () => {
  world = await openWorld([OURS, PEER]);
  browser = await openBrowser(world);
  rounds.push(await round());
});
afterAll(async () => {
  await browser.close();
  world.close();
});

describe("bench", () => {
  it("shows the banner, holds the gate and releases it: ours and a peer's", () => {
    for (const id of [OURS, PEER]) {
      const measures = rounds[0]![id]!;
      expect(measures["first.visible"], id).toBeGreaterThan(0);
      expect(measures["first.clickToLast"], id).toBeGreaterThan(0);
    }
  });

  it.each(Object.entries(MOST))(
    "%s is at most %d times vanilla-cookieconsent's, best of two",
    async (key, most) => {
      const ratio = (one: Record<string, Measures>): number => one[OURS]![key]! / one[PEER]![key]!;
      while (rounds.length < TRIES && Math.min(...rounds.map(ratio)) > most) {
        rounds.push(await round());
      }
      const best = Math.min(...rounds.map(ratio));
      const last = rounds.at(-1)!;
      expect(best, `${last[OURS]![key]} against ${last[PEER]![key]}`).toBeLessThanOrEqual(most);
    },
    60_000,
  );
});
