import type { UiHost } from "../../core/config/parts.ts";
import type { State } from "../../core/choice/state.ts";
import type { Texts } from "./createTexts.ts";

/** What every part of the UI is given. */
export interface UiContext {
  readonly _host: UiHost;
  readonly _words: Texts;
  /** The state that is on show, and that a decision will be about. */
  readonly _seen: State;
  /** News for the live region, or empty. */
  readonly _said: string;
  /** Has an element of ours do something when it is clicked. Gives the element. */
  _press<Pressed extends Element>(element: Pressed, call: (event: Event) => void): Pressed;
  /** Hides the view at once and asks the host for the decision. */
  _choose(intent: UiIntent, event: Event): void;
  /** Opens the preference centre. */
  _open(event?: Event): void;
  /** Closes the view that is open. Decides nothing. */
  _leave(event?: Event): void;
}

/** An intent before it is known where it came from. */
export type UiIntent =
  | { kind: "accept-all" | "reject-all" | "withdraw" }
  | { kind: "save"; choices: Readonly<Record<string, boolean>> };
