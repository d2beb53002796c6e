import { dict } from "../lib/dict.ts";
import { NECESSARY, type Config } from "./config.ts";
import type { Service } from "./service.ts";
import type { State } from "./state.ts";

/** The parts of a state that are not derived from the configuration. */
export type StateFacts = Omit<State, "categories" | "services" | "status">;

/**
 * Builds the one shape of a state: `choice` gives the answer for an id, or undefined where there is
 * none. A category without an answer is not permitted; a consent-based service follows its category.
 */
export function makeState(
  config: Config,
  facts: StateFacts,
  choice: (id: string) => boolean | undefined,
): State {
  const categories = dict<boolean>();
  const services = dict<boolean>();
  for (const id of config.categories) {
    categories[id] = id == NECESSARY || (choice(id) ?? false);
  }
  for (const service of config.services) {
    services[service.id] = serviceDefault(service, categories, choice(service.id));
  }
  return Object.freeze({
    ...facts,
    status: facts.pending.length || !config.usable ? "undecided" : "decided",
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    pending: Object.freeze(facts.pending),
  });
}

function serviceDefault(
  service: Service,
  categories: Record<string, boolean>,
  answer: boolean | undefined,
): boolean {
  if (service.basis == "necessary") return true;
  return answer ?? (service.basis == "legitimate-interest" || categories[service.category] == true);
}
