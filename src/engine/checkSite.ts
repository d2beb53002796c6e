import { checkNames } from "./checkNames.ts";
import { checkPolicy } from "./checkPolicy.ts";
import { own } from "../lib/own.ts";
import { idleServices } from "./idleServices.ts";
import type { Engine } from "./engine.ts";

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
  // The code of a service that lacks no option may be on other pages: a visitor's browser says nothing of it.
  for (const service of idleServices(engine._config, named)) {
    if (!own(service, "findings")) engine._report("service-idle", service.id);
  }
}
