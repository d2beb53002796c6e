import type { Browser } from "playwright";
import type { Contestant, World } from "./world.mjs";

/** All that one contestant does in one round: measure, value. Throws where it does not show or does not hold. */
export function runRound(
  browser: Browser,
  contestant: Contestant,
  world: World,
  full: boolean,
): Promise<Record<string, number>>;
