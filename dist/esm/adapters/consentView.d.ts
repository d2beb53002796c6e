import type { Consent } from "../client/consent.ts";
import type { State } from "../core/state.ts";
/** What a component may know: one state, and what it permits. Frozen; a change is another view. */
export interface ConsentView {
    readonly state: State;
    /** Whether everything named is permitted (`"marketing youtube"`, `"!marketing"`). */
    permits(this: void, ids: string): boolean;
}
/** What a server renders that knows no choice, and so what every first render in the browser shows. */
export declare const NOTHING: State;
/**
 * Freezes a state into a view. It is judged by the engine's own `permits`, not asked of the instance:
 * a render that was begun with one state must not see half of the next.
 */
export declare function viewOf(state: State): ConsentView;
/**
 * The state that an instance has read, or undefined before it has: `consent.state` would there count
 * as permitted what runs under a legitimate interest, though the visitor may have objected.
 */
export declare function readyState(consent: Consent | undefined): State | undefined;
/** Tells a site's author that components have no instance. They show what is not permitted. */
export declare function warnOfNoInstance(): void;
