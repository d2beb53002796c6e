import { dict } from "../../lib/dict.ts";
import { NECESSARY, type GateConfig } from "../config/config.ts";
import type { State } from "./state.ts";

const DAY = 86_400_000; // milliseconds

/** The parts of a state that are not derived from the configuration or from each other. */
export type StateFacts = Pick<State, "subjectId" | "decidedAt" | "source" | "pending" | "lapse">;

/**
 * Builds the one shape of a state: `choice` gives the answer for an id whose question does not wait, or undefined for one
 * that no one is asked; `usual` is what holds where nothing is said of it. A category without an answer is not
 * permitted; a consent-based service follows its category.
 */
export function makeState(
  config: GateConfig,
  facts: StateFacts,
  choice: (id: string, usual: boolean) => boolean | undefined,
): State {
  const categories = dict<boolean>();
  const services = dict<boolean>();
  const refused: string[] = [];
  const { pending, decidedAt } = facts;
  const { _usable: usable } = config;
  /** What is not permitted was refused, unless `asked` still waits for its answer. */
  const judge = (id: string, asked: string, always: boolean, usual: boolean): boolean => {
    const waits = pending.includes(asked);
    const permitted = always || (waits ? usual : choice(id, usual));
    if (permitted === false && !waits) refused.push(id);
    return !!permitted;
  };
  for (const id of config.categories) categories[id] = judge(id, id, id == NECESSARY, false);
  for (const { id, basis, category } of config.services) {
    // An objection to a legitimate interest counts by itself; without a controller there is no interest.
    const interest = usable && basis == "legitimate-interest";
    services[id] = judge(
      id,
      interest ? id : category,
      basis == NECESSARY,
      interest || categories[category]!,
    );
  }
  // Copied: plain objects can be cloned, sent and handed to any framework, which one without a prototype cannot.
  return Object.freeze({
    ...facts,
    status: pending.length || !usable ? "undecided" : "decided",
    expiresAt: decidedAt && decidedAt + config.days * DAY,
    revision: config.revision,
    categories: Object.freeze({ ...categories }),
    services: Object.freeze({ ...services }),
    pending: Object.freeze(pending),
    refused: Object.freeze(refused),
  });
}
