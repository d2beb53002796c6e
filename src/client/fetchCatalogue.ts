import type { GateConfig } from "../core/config.ts";
import { parseService } from "../core/parseService.ts";
import type { Service } from "../core/service.ts";
import type { Session } from "./session.ts";

/**
 * Waits for the service files that a script-tag configuration names, and gives the configuration
 * with them. One that cannot be had is reported and left out: its id stays unknown, and what is
 * unknown is never permitted.
 */
export async function fetchCatalogue(
  config: GateConfig,
  files: readonly Promise<(options: object) => unknown>[],
  { report, note }: Pick<Session, "report" | "note">,
): Promise<GateConfig> {
  const ids = Object.keys(config.catalogue);
  const categories = [...config.categories];
  const services: Service[] = [];
  const made = await Promise.allSettled(files);
  made.forEach((file, index) => {
    const id = ids[index]!;
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config.catalogue[id]!);
      const at = `services.${id}`;
      const service = parseService(value, at, categories, config.categoriesFixed, note);
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
  return { ...config, categories, services };
}
