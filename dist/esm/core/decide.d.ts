import { type GateConfig } from "./config.ts";
import type { Decision, Intent, State } from "./state.ts";
/** What a decision takes from the world. */
export interface Facts {
    /** Milliseconds since 1970. */
    now: number;
    /** A fresh random id, used when the visitor has none yet. */
    newId: string;
}
/** Turns what somebody wants into a new state and what follows from it. Pure. */
export declare function decide(state: State, intent: Intent, config: GateConfig, facts: Facts): Decision;
