import type { GateConfig, KeepConfig } from "../core/config/config.ts";
import { explain } from "../core/problems/explain.ts";
import type { Options } from "../core/config/options.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { parseKeep } from "../core/config/parseKeep.ts";
import type { Note } from "../core/problems/problem.ts";
import { tidyService } from "../core/config/tidyService.ts";

/** A configuration as the page understands it. */
export type Site = GateConfig & KeepConfig;

/**
 * Reads a site's configuration. In a test a mistake in it is worth stopping for: another configuration
 * than the page's would judge another page.
 * @throws Error that names the mistakes.
 */
export function readSite(options: Options): Site {
  const mistakes: string[] = [];
  const found: Note = (code, at) => mistakes.push(`${at || "site"}: ${explain({ code, at })}`);
  const config = parseGate(options, found);
  const keep = parseKeep(options, found);
  const services = config.services.map((service) => tidyService(service, found));
  for (const id of Object.keys(config._catalogue)) {
    mistakes.push(
      `services.${id}: the kit needs a list of services, each as from consentry/services/${id}`,
    );
  }
  if (mistakes.length) throw new Error(`The site's configuration: ${mistakes.join("; ")}`);
  return { ...config, ...keep, services };
}
