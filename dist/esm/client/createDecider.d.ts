import type { Decider, Loadable, Session } from "./session.ts";
/**
 * Holds the one ordered list of effects of a decision; the rooms do not know each other. `createLog` is given
 * where it came along, else it is fetched.
 */
export declare function createDecider(session: Session, createLog?: Loadable["proof"]): Decider;
