import { dict } from "../lib/dict.ts";
import { NECESSARY, type GateConfig } from "./config.ts";
import type { Service } from "./service.ts";
import type { State } from "./state.ts";

/** The parts of a state that are not derived from the configuration. */
export type StateFacts = Omit<State, "categories" | "services" | "status">;

/**
 * Builds the one shape of a state: `choice` gives the answer for an id, or undefined where there is
 * none. A category without an answer is not permitted; a consent-based service follows its category.
 */
export function makeState(
  config: GateConfig,
  facts: StateFacts,
  choice: (id: string, service?: Service) => boolean | undefined,
): State {
  const categories = dict<boolean>();
  const services = dict<boolean>();
  for (const id of config.categories) {
    categories[id] = id == NECESSARY || (choice(id) ?? false);
  }
  for (const service of config.services) {
    const { id, basis, category } = service;
    services[id] =
      basis == "necessary" ||
      (choice(id, service) ??
        (basis == "legitimate-interest" ? config.usable : categories[category] == true));
  }
  return Object.freeze({
    ...facts,
    status: facts.pending.length || !config.usable ? "undecided" : "decided",
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    pending: Object.freeze(facts.pending),
  });
}
