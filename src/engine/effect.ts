import type { EarlyClick } from "../core/choice/earlyClick.ts";
import type { Decision, State } from "../core/choice/state.ts";
import type { Transition } from "../core/choice/transition.ts";

/** What an engine is to act on. */
export interface Change {
  /** The record gives it the log's id where it has none; the decision's likewise. */
  readonly _after: State;
  /** Whether the visitor is to be asked once it is acted on. */
  readonly _asks: boolean;
  /** Absent at the start, when the stored choice is read: nothing went before. */
  readonly _step?: Transition;
  /** Absent where no one decided here: another tab did, the choice ran out, or it was read. */
  readonly _decision?: Decision | undefined;
  /** Given before there was code: it is stored when its record is. */
  readonly _click?: EarlyClick;
  /** Exactly what was shown for the decision, or empty. */
  readonly _notice?: string;
}

/** One consequence. Where it gives a promise, those below it wait, and go by the change that it gives, if any. */
export type Effect = (this: void, change: Change) => Promise<Change | void> | void;

/** The consequences by name; each is implemented where it is at home. */
export interface Effects {
  /** Writes the cookie, so that a page that leaves now does not lose the choice. */
  readonly _storeChoice: Effect;
  /** Stops scripts and withholds embeds that are no longer permitted. */
  readonly _stopRefused: Effect;
  /** The vendors' own calls, before anything is erased, so that they do not write it again. */
  readonly _callOptOuts: Effect;
  /** Reports a loss to the vendors' queues. */
  readonly _denySignals: Effect;
  /** Seals the decision when the click is painted, and tells other tabs. Resolves when it is on disk. */
  readonly _keepRecord: Effect;
  /** Reports a grant to the vendors' queues, before a tag wakes; at the start, defaults and what was chosen. */
  readonly _updateSignals: Effect;
  /** Releases the scripts and embeds that are permitted. */
  readonly _release: Effect;
  /** Starts the services that have code of their own. */
  readonly _startServices: Effect;
  /** Reads back what the cookie was given, which asks another process. */
  readonly _confirmChoice: Effect;
  /** Tells listeners and the page. */
  readonly _notify: Effect;
  /** Brings the interface up to date, and asks where something waits for an answer. */
  readonly _updateUi: Effect;
  /** Erases what is no longer permitted to lie on the device. */
  readonly _eraseLeftovers: Effect;
  /** Loads the page again where something that ran cannot be silenced. */
  readonly _reload: Effect;
}
