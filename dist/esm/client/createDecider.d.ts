import type { Decider, Session } from "./session.ts";
/** Holds the one ordered list of effects of a decision; the rooms do not know each other. */
export declare function createDecider(session: Session): Decider;
