import type { GateConfig } from "../core/config/config.ts";
import { parseService } from "../core/config/parseService.ts";
import type { Note } from "../core/problems/problem.ts";
import type { Service } from "../core/config/service.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import type { Fetched } from "./explainCatalogue.ts";
import type { Reporter } from "./reporter.ts";

/** Who hears what: a missing file, each mistake, and in the end that there were any. */
export interface CatalogueEnv {
  report: Reporter["_report"];
  note?: Note;
  /** The options alone do not show what is wrong with services that only their files can make. */
  onMistakes?: (made: readonly Fetched[]) => void;
}

/**
 * Waits for the service files that a script-tag configuration names, and gives the configuration
 * with them. One that cannot be had is reported and left out: its id stays unknown, and what is
 * unknown is never permitted.
 */
export async function fetchCatalogue(
  config: GateConfig,
  files: readonly Promise<(options: object) => unknown>[],
  { report, note, onMistakes }: CatalogueEnv,
): Promise<GateConfig> {
  const ids = Object.keys(config._catalogue);
  const categories = [...config.categories];
  const services: Service[] = [];
  const made: Fetched[] = [];
  let odd = false;
  const heard: Note = (code, at) => {
    odd = true;
    note?.(code, at);
  };
  const settled = await Promise.allSettled(files);
  settled.forEach((file, index) => {
    const id = ids[index]!;
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config._catalogue[id]!);
      made.push([id, value]);
      // An ended service says so itself.
      if (listOf(own(value, "findings"), 1)?.length) odd = true;
      const service = parseService(
        value,
        `services.${id}`,
        categories,
        config._categoriesFixed,
        heard,
      );
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
  if (odd) onMistakes?.(made);
  return { ...config, categories, services };
}
