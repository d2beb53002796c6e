import { type GateConfig } from "./config.ts";
import type { Service } from "./service.ts";
import type { State } from "./state.ts";
/** The parts of a state that are not derived from the configuration. */
export type StateFacts = Omit<State, "categories" | "services" | "refused" | "status">;
/**
 * Builds the one shape of a state: `choice` gives the answer for an id, or undefined where there is
 * none. A category without an answer is not permitted; a consent-based service follows its category.
 */
export declare function makeState(config: GateConfig, facts: StateFacts, choice: (id: string, service?: Service) => boolean | undefined): State;
