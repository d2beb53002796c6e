import type { Decision, State } from "../core/choice/state.ts";
import type { Transition } from "../core/choice/transition.ts";

/** What an engine is to act on. */
export interface Change {
  /** Becomes its twin with the log's id when the record is sealed; so does the decision's. */
  _after: State;
  /** Whether the visitor is to be asked once it is acted on. */
  readonly _asks: boolean;
  /** Absent at the start, when the stored choice is read: nothing went before. */
  readonly _step?: Transition;
  /** Absent where nobody decided here: another tab did, the choice ran out, or it was read. */
  _decision?: Decision | undefined;
  /** Exactly what was shown for the decision, or empty. */
  readonly _notice?: string;
}

/** One consequence. Where it gives a promise, those below it wait. */
export type Effect = (this: void, change: Change) => Promise<unknown> | void;

/** The consequences by name; each is implemented where it is at home. */
export interface Effects {
  /** Writes the cookie, so that a page that leaves now does not lose the choice, and tells other tabs. */
  readonly _storeChoice: Effect;
  /** Stops scripts and withholds embeds that are no longer permitted. */
  readonly _stopRefused: Effect;
  /** The vendors' own calls, before anything is erased, so that they do not write it again. */
  readonly _callOptOuts: Effect;
  /** Reports a loss to the vendors' queues. */
  readonly _denySignals: Effect;
  /** Seals the decision. Resolves when it is on disk and the click is painted. */
  readonly _keepRecord: Effect;
  /** Reports a grant to the vendors' queues, before a tag wakes; at the start, defaults and what was chosen. */
  readonly _updateSignals: Effect;
  /** Releases the scripts and embeds that are permitted. */
  readonly _release: Effect;
  /** Starts the services that have code of their own. */
  readonly _startServices: Effect;
  /** Tells listeners and the page. */
  readonly _notify: Effect;
  /** Brings the interface up to date, and asks where something waits for an answer. */
  readonly _updateUi: Effect;
  /** Erases what is no longer permitted to lie on the device. */
  readonly _eraseLeftovers: Effect;
  /** Loads the page anew where something that ran cannot be silenced. */
  readonly _reload: Effect;
}
