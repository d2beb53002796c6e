import type { GateConfig } from "../config/config.ts";

/**
 * Writes the answer for a category into `choices`, and gives it: a category carries the services that ask for
 * consent in it. A refusal by the browser also objects to a legitimate interest (`objects`).
 */
export function withCategory(
  choices: Record<string, boolean>,
  id: string,
  on: boolean,
  config: Pick<GateConfig, "services">,
  objects = false,
): Record<string, boolean> {
  choices[id] = on;
  for (const service of config.services) {
    if (service.category == id && (objects || service.basis == "consent")) choices[service.id] = on;
  }
  return choices;
}
