import { dict } from "../../lib/dict.ts";
import type { GateConfig } from "../config/config.ts";

/**
 * What an answer for a category means: a category carries the services that ask for consent in it. A refusal by the
 * browser also objects to a legitimate interest (`objects`).
 */
export function withCategory(
  id: string,
  on: boolean,
  config: Pick<GateConfig, "services">,
  objects = false,
): Record<string, boolean> {
  const choices = dict<boolean>();
  choices[id] = on;
  for (const service of config.services) {
    if (service.category == id && (objects || service.basis == "consent")) choices[service.id] = on;
  }
  return choices;
}
