import { expect, it } from "vitest";
import { randomFrom } from "../../scripts/fuzz.mjs";
import { LIBRARIES } from "../others/libraries.ts";
import { openSite, type Site } from "../others/openSite.ts";
import { nextStep } from "../others/walkSteps.ts";
import { settle } from "../util/judge.ts";
import { later } from "../util/later.ts";
import { inOneEngine } from "../util/visit.ts";

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);
/** In all; a page is walked for so many of them. */
const STEPS = setting("OTHERS_STEPS", 100);
const EACH = 20;
/** The same walk again: `OTHERS_SEED=… OTHERS_STEPS=20`. */
const SEED = setting("OTHERS_SEED", 1);
/** Quiet for so long, in milliseconds, the network is done with a step. */
const QUIET_MS = 80;

/** What is permitted now, and what was fetched of it so far. */
async function permitted(site: Site): Promise<Record<"performance" | "marketing", boolean>> {
  return site.evaluate(() => ({
    performance: Consentry.current!.permits("performance"),
    marketing: Consentry.current!.permits("marketing"),
  }));
}

await inOneEngine("a random walk over pages of others", (open, network, engine) => {
  it(
    "meets no request and no run that is not permitted, no double run, no exception, no orphan",
    { timeout: 120_000 + STEPS * 6000 },
    async () => {
      for (let round = 0; round * EACH < STEPS; round++) {
        const seed = SEED + round;
        const random = randomFrom(seed);
        const library = LIBRARIES[Math.floor(random() * LIBRARIES.length)]!;
        const taken: string[] = [];
        console.log(`${engine.name}: ${library.name}, seed ${seed}`);
        const site = await openSite(open, network, library);
        // So that no Back leaves the site.
        await site.evaluate((many) => {
          for (let made = 0; made < many; made++)
            history.pushState(history.state, "", location.href);
        }, EACH);
        /** What is permitted has come, one file after the other: none of it counts as the next step's. */
        const rest = async (): Promise<void> => {
          await settle(network.log, QUIET_MS);
          for (let known = -1; known != site.gatedCalls().length;) {
            known = site.gatedCalls().length;
            await later(network, site, 0);
          }
        };
        const asked = { performance: 0, marketing: 0 };
        const count = (kind: string): number =>
          site.gatedCalls().filter((call) => call.includes(kind)).length;
        for (let number = 0; number < Math.min(EACH, STEPS); number++) {
          const step = nextStep(site, random);
          taken.push(step.name);
          const where = `${library.name}, seed ${seed}:\n${taken.join("\n")}`;
          await step.run();
          await rest();
          const now = { performance: count("/script-"), marketing: count("/frame-") };
          const may = await permitted(site);
          for (const id of ["performance", "marketing"] as const) {
            if (!may[id]) expect(now[id], `${id} without consent, ${where}`).toBe(asked[id]);
            asked[id] = now[id];
          }
          expect(await site.errors(), where).toEqual([]);
          await expect.poll(site.stand, { message: where }).toMatchObject({ orphans: 0, hosts: 1 });
        }
        network.log.clear();
        await site.close();
      }
    },
  );
});
