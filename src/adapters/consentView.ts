import type { Ids } from "../core/config/ids.ts";
import type { Consent, RegisteredId, RegisteredState } from "../engine/consent.ts";
import { permits } from "../core/choice/permits.ts";
import type { State } from "../core/choice/state.ts";

/**
 * What a component may know: one state, and what it permits. Frozen; a change is another view. It knows the
 * ids of the instance that it is made from, or of the one that is registered (`Register`).
 */
export interface ConsentView<
  Id extends string = RegisteredId,
  Seen extends State = RegisteredState,
> {
  /** What is decided. */
  readonly state: Seen;
  /** Whether everything named is permitted (`"marketing youtube"`, `"!marketing"`). */
  permits<Text extends string>(this: void, ids: Ids<Text, Id>): boolean;
}

/** What a server renders that knows no choice, and so what every first render in the browser shows. */
export const NOTHING: State = Object.freeze({
  status: "undecided",
  subjectId: null,
  decidedAt: null,
  expiresAt: null,
  revision: 0,
  categories: Object.freeze({ necessary: true }),
  services: Object.freeze({}),
  source: null,
  pending: Object.freeze([]),
  refused: Object.freeze([]),
  lapse: null,
});

/**
 * Freezes a state into a view. It is judged by the engine's own `permits`, not asked of the instance:
 * a render that was begun with one state must not see half of the next.
 */
export function viewOf(state: State, consent: Consent | undefined): ConsentView {
  return Object.freeze({
    state,
    permits(ids: string) {
      consent?.permits(ids); // So that it knows of the use.
      return permits(state, ids);
    },
  });
}

/**
 * The state that an instance has read, or undefined before it has: `consent.state` would there count
 * as permitted what runs under a legitimate interest, though the visitor may have objected.
 */
export function readyState(consent: Consent | undefined): State | undefined {
  let state: State | undefined;
  // A listener gets the present state at once, and none where there is none yet.
  consent?.on("change", (now) => (state = now))();
  return state;
}

/** Tells a site's author that components have no instance. They show what is not permitted. */
export function warnOfNoInstance(): void {
  console.warn(
    "[consentry] no instance was provided: nothing is permitted. Put a ConsentProvider, or consentPlugin or provideConsent, around this component.",
  );
}
