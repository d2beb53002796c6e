/** The door `consentry/server`: reads the visitor's choice from a Cookie header. */
import { cookieState } from "../core/choice/cookieState.ts";
import { parseGate } from "../core/config/parseGate.ts";
import type { Options } from "../core/config/options.ts";
import { permits } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";

export type { State } from "../core/choice/state.ts";

/**
 * What a server may know of a request. A plain object: `structuredClone`, `JSON` and React's server
 * components take it, and its `state`, as they are. What comes out is `{ state }`: `permits` is not enumerable.
 */
export interface ServerConsent {
  readonly state: State;
  /** Whether everything named is permitted; never, where the cookie is missing, doubled or stale. */
  readonly permits: (this: void, ids: string) => boolean;
}

/**
 * Reads the choice that a request carries. `header` is the text of its Cookie header; the options
 * are those of the page, because a choice counts only for what was asked.
 */
export function readConsent(
  header: string | null | undefined,
  options: Options,
  now: number = Date.now(),
): ServerConsent {
  const config = parseGate(options, () => {});
  const state = cookieState(header, config, now);
  return Object.defineProperty({ state } as ServerConsent, "permits", {
    // @ts-expect-error unknown to the types: a polluted prototype adds nothing to the descriptor
    __proto__: null,
    value: (ids: string) => permits(state, ids),
  });
}
