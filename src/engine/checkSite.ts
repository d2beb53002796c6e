import { checkNames } from "./checkNames.ts";
import { checkPolicy } from "./checkPolicy.ts";
import type { Engine } from "./engine.ts";
import { reportIdle } from "./reportIdle.ts";

/** Those whose policy is listened to. */
const listening = new WeakSet<Engine>();

/**
 * What is looked for only where a site is made, each time that a page has changed. In a file of its own: no visitor
 * fetches it.
 *
 * @param named ids that the page's marks name
 */
export function checkSite(engine: Engine, named: ReadonlySet<string>): void {
  if (!listening.has(engine)) checkPolicy(engine);
  listening.add(engine);
  checkNames(engine);
  reportIdle(engine, named);
}
