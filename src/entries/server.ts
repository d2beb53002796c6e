/** The door `consentry/server`: reads the visitor's choice from a Cookie header. */
import { parseGate } from "../core/config/parseGate.ts";
import type { Options } from "../core/config/options.ts";
import { permits } from "../core/choice/permits.ts";
import { resume } from "../core/choice/resume.ts";
import type { State } from "../core/choice/state.ts";
import { cookieTexts } from "../lib/cookieTexts.ts";
import { decoded } from "../lib/decoded.ts";

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
  const name = config.hostOnly ? "__Host-consentry" : "consentry";
  // No browser keeps a longer one; what a client makes up costs no more to read.
  const texts = cookieTexts(header ?? "", name).map((text) => decoded(text.slice(0, 4200)));
  const state = resume(texts, config, now);
  return Object.defineProperty({ state } as ServerConsent, "permits", {
    // @ts-expect-error unknown to the types: a polluted prototype adds nothing to the descriptor
    __proto__: null,
    value: (ids: string) => permits(state, ids),
  });
}
