import type { GateConfig } from "../core/config.ts";
import { parseService } from "../core/parseService.ts";
import type { Service } from "../core/service.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import type { Session } from "./session.ts";

/**
 * Waits for the service files that a script-tag configuration names, and gives the configuration
 * with them. One that cannot be had is reported and left out: its id stays unknown, and what is
 * unknown is never permitted.
 */
export async function fetchCatalogue(
  config: GateConfig,
  files: readonly Promise<(options: object) => unknown>[],
  { options, parts, report }: Pick<Session, "options" | "parts" | "report">,
): Promise<GateConfig> {
  const ids = Object.keys(config.catalogue);
  const categories = [...config.categories];
  const services: Service[] = [];
  const values: [id: string, service: unknown][] = [];
  let odd = false;
  const note = (): void => {
    odd = true;
  };
  const made = await Promise.allSettled(files);
  made.forEach((file, index) => {
    const id = ids[index]!;
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config.catalogue[id]!);
      const at = `services.${id}`;
      values.push([id, value]);
      if (listOf(own(value, "findings"), 1)?.length) note();
      const service = parseService(value, at, categories, config.categoriesFixed, note);
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
  if (odd) {
    // The options alone do not show what is wrong with services that only their files can make.
    const listed = values.map(([, service]) => service);
    const place = (at: string): string =>
      at.replace(/^services\[(\d+)\]/, (_all, index: string) => `services.${values[+index]![0]}`);
    void parts
      .load("extra")
      .then(({ findProblems }) => findProblems({ ...Object(options), services: listed }))
      .then((all) => all.forEach(({ code, at }) => report(code, place(at))))
      .catch(() => report("internal"));
  }
  return { ...config, categories, services };
}
