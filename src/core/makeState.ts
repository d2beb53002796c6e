import { dict } from "../lib/dict.ts";
import { NECESSARY, type GateConfig } from "./config.ts";
import type { Service } from "./service.ts";
import type { State } from "./state.ts";

/** The parts of a state that are not derived from the configuration. */
export type StateFacts = Omit<State, "categories" | "services" | "refused" | "status">;

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
  const refused: string[] = [];
  const { pending } = facts;
  /** What is not permitted was refused, unless `asked` still waits for its answer. */
  const judge = (id: string, permitted: boolean, asked: string): boolean => {
    if (!permitted && !pending.includes(asked)) refused.push(id);
    return permitted;
  };
  for (const id of config.categories) {
    categories[id] = judge(id, id == NECESSARY || (choice(id) ?? false), id);
  }
  for (const service of config.services) {
    const { id, basis, category } = service;
    // An objection to a legitimate interest counts by itself; without a controller there is no interest.
    const interest = config.usable && basis == "legitimate-interest";
    services[id] = judge(
      id,
      basis == "necessary" || (choice(id, service) ?? (interest || categories[category]!)),
      interest ? id : category,
    );
  }
  return Object.freeze({
    ...facts,
    status: pending.length || !config.usable ? "undecided" : "decided",
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    pending: Object.freeze(pending),
    refused: Object.freeze(refused),
  });
}
