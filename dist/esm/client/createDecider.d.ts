import type { Intent, State } from "../core/state.ts";
import { type Warden } from "../gate/createWarden.ts";
import { type Ledger } from "./createLedger.ts";
import { type Session } from "./session.ts";
/** Decides, stores and proves: what a page needs once there is something to choose. */
export interface Decider {
    /** Finishes what a reload cut short, and erases what an outdated consent left. */
    tidyUp(): void;
    /** Honours a call of the page's own code. */
    order(kind: Intent["kind"], argument?: unknown): void;
    /** Honours an intent. `seen` is the state that the visitor was looking at. */
    change(intent: Intent, seen?: State): void;
    /** Reads the stored choice again, and follows it if another tab changed it. */
    look(): boolean;
    readonly warden: Warden;
    readonly ledger: Ledger;
    destroy(): void;
}
/** Holds the one ordered list of effects of a decision; the rooms do not know each other. */
export declare function createDecider(session: Session): Decider;
