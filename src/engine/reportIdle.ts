import { own } from "../lib/own.ts";
import type { Engine } from "./engine.ts";
import { idleServices } from "./idleServices.ts";

/**
 * Reports, where a site is made, services that nothing on the page starts though no option is missing: their code may be
 * on other pages, so a visitor's browser says nothing of it.
 *
 * @param named ids that the page's marks name
 */
export function reportIdle(engine: Engine, named: ReadonlySet<string>): void {
  for (const service of idleServices(engine._config, named)) {
    if (!own(service, "findings")) engine._report("service-idle", service.id);
  }
}
