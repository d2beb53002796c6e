import type { GateConfig } from "../core/config/config.ts";
import { parseService } from "../core/config/parseService.ts";
import type { Note } from "../core/problems/problem.ts";
import type { Service } from "../core/config/service.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import type { Fetched } from "./explainCatalogue.ts";
import type { ServiceFile } from "./engine.ts";
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
 * with them, and with those that it declares itself. One that cannot be had is reported and left out: its id stays
 * unknown, and what is unknown is never permitted.
 */
export async function fetchCatalogue(
  config: GateConfig,
  files: readonly ServiceFile[],
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
  const settled = await Promise.allSettled(
    files.map(async (file, index) => (await file)(config._catalogue[ids[index]!]!, ids[index]!)),
  );
  settled.forEach((one, index) => {
    const id = ids[index]!;
    if (one.status == "rejected") return report("service-unavailable", id);
    made.push([id, one.value]);
    // An ended service says so itself.
    if (listOf(own(one.value, "findings"), 1)?.length) odd = true;
    const at = `services.${id}`;
    const service = parseService(one.value, at, categories, config._categoriesFixed, heard);
    if (service) services.push(service);
  });
  if (odd) onMistakes?.(made);
  return { ...config, categories, services };
}
