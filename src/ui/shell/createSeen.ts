import type { State } from "../../core/choice/state.ts";
import type { UiHost } from "../../core/config/parts.ts";
import type { Texts } from "./createTexts.ts";
import { describeNotice } from "./describeNotice.ts";

/** What the visitor is looking at, or looked at last. */
export interface Seen {
  readonly _state: State;
  /** The visitor looks at the present state, in these words or in those of before. */
  _look(words?: Texts): void;
  /** Exactly what is shown; put together once. */
  _notice(): string;
}

export function createSeen(host: UiHost, words: Texts): Seen {
  let { state } = host;
  let told = words;
  let notice: string | undefined;
  return {
    get _state() {
      return state;
    },
    _look(next = told) {
      state = host.state;
      told = next;
      notice = undefined;
    },
    _notice: () => (notice ??= describeNotice(host, state, told)),
  };
}
