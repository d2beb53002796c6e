import { type GateConfig } from "./config.ts";
import type { State } from "./state.ts";
/** The parts of a state that are not derived from the configuration or from each other. */
export type StateFacts = Pick<State, "subjectId" | "decidedAt" | "source" | "pending" | "lapse">;
/**
 * Builds the one shape of a state: `choice` gives the answer for an id whose question does not wait;
 * `usual` is what holds where nobody said anything of it. A category without an answer is not
 * permitted; a consent-based service follows its category.
 */
export declare function makeState(config: GateConfig, facts: StateFacts, choice: (id: string, usual: boolean) => boolean): State;
